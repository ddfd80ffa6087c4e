import type { JsonObject } from '../../kit/index.js';
import type { AgreementAct, AgreementFacts } from './facts.js';
import type { ToldLine } from './telling.js';

/** Acts of a programming agreement, the documented and those that must have come before one. */
type Act = AgreementAct['act'] | 'text' | 'appraisal' | 'decree' | 'reviewEntry' | 'review' | 'amendedText' | 'amendedAppraisal';

interface Documented extends Pick<ToldLine, 'on' | 'flags'> {
  readonly facts: AgreementFacts;
  /** What a source tells of the act; of one that is only implied, nothing. */
  readonly act: AgreementAct;
}

/** In the order of the procedure: what comes before a decree that has passed Contraloría, and before the CORE's vote on an amendment. */
const approval: readonly Act[] = ['text', 'appraisal', 'coreVote', 'signature', 'decreeRequest', 'decree', 'reviewEntry', 'review'];
const amending: readonly Act[] = [...approval, 'amendment', 'amendedText', 'amendedAppraisal', 'amendedVote'];

export function actsBefore(act: AgreementAct['act']): readonly Act[] {
  const course = act === 'balance' || act === 'settlement' ? [...approval, act] : amending;
  return course.slice(0, course.indexOf(act));
}

/** An act as lines of the journal: a signature is one of each party. */
export function linesOf(act: Act, told: Documented): readonly ToldLine[] {
  const { facts, on, flags } = told;
  if (act === 'signature') {
    return facts.parties.map(({ role, institution }) => ({ type: 'signature.sign', on, flags, data: { textSha256: null, document: null }, by: { role, institution, office: heads[role] ?? 'director' } }));
  }
  const { type, by, data } = kinds[act];
  return [{ type, on, flags, data: data(told), by: bodyOf(by, told) }];
}

const heads: Readonly<Record<string, string>> = { regionalGovernment: 'governor', ministry: 'minister' };

interface Kind {
  readonly type: string;
  readonly by: readonly [role: string, office: string];
  readonly data: (told: Documented) => JsonObject;
}

const nothing = (): JsonObject => ({});
const ofRegion = (office: string): Kind['by'] => ['regionalGovernment', office];
const text: Kind = { type: 'text.close', by: ofRegion('legal'), data: () => ({ text: null, endsOn: null }) };
const appraisal: Kind = { type: 'appraisal.conclude', by: ofRegion('planning'), data: nothing };
const vote: Kind = { type: 'coreVote.certify', by: ofRegion('core-secretary'), data: voteData };

const kinds: Readonly<Record<Exclude<Act, 'signature'>, Kind>> = {
  text, appraisal, coreVote: vote, amendedText: text, amendedAppraisal: appraisal, amendedVote: vote,
  decreeRequest: { type: 'decree.request', by: ofRegion('legal'), data: ({ act: { follows } }) => (follows === undefined ? {} : { remarks: follows }) },
  decree: { type: 'decree.issue', by: ['hacienda', 'minister'], data: nothing },
  reviewEntry: { type: 'review.enter', by: ['hacienda', 'legal'], data: nothing },
  review: { type: 'review.clear', by: ['comptroller', 'comptroller'], data: nothing },
  amendment: { type: 'amendment.propose', by: ofRegion('planning'), data: ({ act: { reason = '' } }) => ({ reason }) },
  balance: { type: 'execution.returnBalance', by: ['ministry', 'minister'], data: ({ act: { party = '', millionClp } }) => ({ party, amount: millionClp === undefined ? null : millionClp * 1_000_000 }) },
  settlement: { type: 'execution.settle', by: ofRegion('planning'), data: nothing },
};

/** The sitting only where its day is known, the counts only where they are printed. */
function voteData({ act: { when, votes }, on }: Documented): JsonObject {
  return { sitting: when?.precision === 'day' ? on : null, result: 'approved', ...votes };
}

const byLaw: Readonly<Record<string, string>> = { hacienda: 'min-hacienda', comptroller: 'cgr' };

function bodyOf([role, office]: Kind['by'], { facts }: Documented): ToldLine['by'] {
  return { role, office, institution: byLaw[role] ?? facts.parties.find((party) => party.role === role)?.institution ?? '' };
}
