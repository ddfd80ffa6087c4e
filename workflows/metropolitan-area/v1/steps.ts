import { coreVote, opinion, signOff, type CaseEvent, type ConsultedBody, type Signer } from '../../../src/kit/index.js';
import { fields, municipalities, type Area, type Named } from './context.js';

export const steps = {
  requestVote: coreVote<Area>({ role: 'regionalGovernment', mayModify: 'no' }),
  /** Every municipality of the area is heard; none binds. */
  municipalOpinions: opinion<Area>((_context, event) => ({ requester: { secretariat: ['undersecretary', 'legal'] }, bodies: consulted(event), deadline: 'municipalOpinion' })),
  /** The President, Interior, and the minister of each field in which a competence is named: the competent ones, by our reading. */
  decreeSignature: signOff<Area>(({ textSha256, named }) => ({
    manner: 'signature', order: 'parallel', textSha256,
    signers: [...fieldsOf(named), 'interior'].map((role): Signer => ({ role, offices: ['minister'] })).concat({ role: 'presidency', offices: ['president'] }),
  })),
  /** The consultative committee of mayors; the department of metropolitan areas, its secretariat, asks and concludes. */
  mayorsOpinions: opinion<Area>((_context, event) => ({ requester: { regionalGovernment: ['planning', 'governor'] }, bodies: consulted(event), deadline: 'mayorOpinion', countsFrom: 'request' })),
} as const;

function consulted({ participants }: Pick<CaseEvent, 'participants'>): readonly ConsultedBody[] {
  return municipalities(participants).map((institution) => ({ role: 'municipality', institution, offices: ['mayor', 'legal'] }));
}

function fieldsOf(named: readonly Named[]): readonly string[] {
  return [...new Set(named.map(({ field }) => fields[field]))];
}
