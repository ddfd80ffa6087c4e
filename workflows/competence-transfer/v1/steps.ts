import { coreVote, handover, signOff, type CoreSitting, type Signer } from '../../../src/kit/index.js';
import type { Transfer } from './context.js';

/** Heads of the body of origin, by the kind of body it is. */
export const heads = ['minister', 'director'] as const;

/** What has to change hands with a competence, made of hand-overs that failed for want of it. */
const handoverItems = [
  { id: 'instrument' }, { id: 'scope' }, { id: 'staff' }, { id: 'budget', needs: 'line' }, { id: 'movables', needs: 'value' }, { id: 'immovables' },
  { id: 'contracts' }, { id: 'liabilities' }, { id: 'licences' }, { id: 'records' }, { id: 'systems' }, { id: 'continuity' }, { id: 'receiver' },
  { id: 'publicity' }, { id: 'minutes' }, { id: 'evaluation' },
] as const;

export const steps = {
  /** The CORE asks for the competence (LOC 19.175 arts 21 ter, 21 septies, secondary). */
  requestVote: coreVote<Transfer>(quorum),
  /** The CORE votes again where the informe fundante changes the conditions it asked for. */
  conditionsVote: coreVote<Transfer>(quorum),
  /** The CORE ratifies what the President began ex officio. */
  ratificationVote: coreVote<Transfer>(quorum),
  /** Outside the fields of CPR art. 114: exempt decree of three ministries. */
  inadmissibility: signOff<Transfer>(() => ({
    manner: 'signature', order: 'parallel', textSha256: null,
    signers: [{ role: 'interior', offices: ['minister'] }, { role: 'finance', offices: ['minister'] }, { role: 'segpres', offices: ['minister'] }],
  })),
  /** The President and the competent ministers: Interior and the sector's, by our reading. */
  decreeSignature: signOff<Transfer>((context) => ({
    manner: 'signature', order: 'parallel', textSha256: context.textSha256,
    signers: [...sectorMinister(context), { role: 'interior', offices: ['minister'] }, { role: 'presidency', offices: ['president'] }],
  })),
  /** Ready or not, the transfer takes effect on the day of the decree: what is not accepted is an alarm, not an obstacle. */
  handover: handover<Transfer>(() => ({
    giver: { origin: [...heads, 'legal'] }, receiver: { regionalGovernment: ['administrator', 'legal', 'governor'] }, items: handoverItems, funding: 'free',
  })),
} as const;

/** An absolute majority with the governor's proposal; two thirds where the CORE acts of its own motion (secondary). */
function quorum({ proposedBy }: Transfer): CoreSitting {
  return { role: 'regionalGovernment', adopting: proposedBy === 'council' ? 'two-thirds-of-members' : 'absolute-majority-of-members', mayModify: 'no' };
}

function sectorMinister({ sector }: Transfer): readonly Signer[] {
  if (sector === 'ministry') return [{ role: 'origin', offices: ['minister'] }];
  return sector === 'service' ? [{ role: 'sectorMinistry', offices: ['minister'] }] : [];
}
