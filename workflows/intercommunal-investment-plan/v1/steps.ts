import { coreVote, opinion, signOff } from '../../../src/kit/index.js';
import type { Plan } from './context.js';

export const seremis = { housing: ['seremi', 'legal'], transport: ['seremi', 'legal'] } as const;

export const steps = {
  /** The municipalities are consulted (LGUC art. 177); no limit and no silence: each that was asked is waited for. */
  consultation: opinion<Plan>(({ municipalities }) => ({
    requester: seremis, bodies: municipalities.map((institution) => ({ role: 'municipality', institution, offices: ['mayor', 'planning', 'works-director'] })),
  })),
  /** Both SEREMIs draft it: the text is of both. */
  authorship: signOff<Plan>(({ draft }) => ({
    manner: 'endorsement', order: 'parallel', textSha256: draft?.textSha256 ?? null,
    signers: [{ role: 'housing', offices: ['seremi'] }, { role: 'transport', offices: ['seremi'] }],
  })),
  /** The conformity of the absolute majority of the mayors of the communes included: the mayors are asked, not the concejos. */
  mayors: signOff<Plan>(({ draft, municipalities }) => ({
    manner: 'endorsement', order: 'parallel', textSha256: draft?.textSha256 ?? null, needed: Math.floor(municipalities.length / 2) + 1,
    signers: municipalities.map((institution) => ({ role: 'municipality', offices: ['mayor'], institution })),
  })),
  /** The CORE approves what the mayors agreed to: it does not change it. */
  coreVote: coreVote<Plan>({ role: 'regionalGovernment', mayModify: 'no' }),
} as const;
