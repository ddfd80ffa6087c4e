import { catalogue } from '../../../workflows/catalogue.js';
import type { JsonObject } from '../../../src/kit/index.js';
import { Story } from './story.js';

const found = catalogue.find(({ name, version }) => name === 'fndr-transfer' && version === 1);
if (!found) throw new Error('the catalogue lacks fndr-transfer');
export const fndrTransfer = found;

export interface Agreement {
  readonly unit: string;
  readonly head: string;
  readonly amount: number | null;
  readonly on: string;
}

const plain: Agreement = { unit: 'muni-16206', head: 'mayor', amount: 60_000_000, on: '2026-03-02' };

/** An agreement with Ránquil over 60 million (923 UTM of the stories), unless said otherwise. */
export function agreement(different: Partial<Agreement> = {}): Story {
  const { unit, amount, on } = { ...plain, ...different };
  return new Story({
    definition: fndrTransfer, on,
    participants: [
      { role: 'regionalGovernment', institution: 'gore-16', party: true },
      { role: 'technicalUnit', institution: unit, party: true },
      { role: 'comptroller', institution: 'cgr-16', party: false },
    ],
    data: { initiative: 'Reposición de furgón escolar', amount, subtitle: '29' },
  });
}

/** Voted by the CORE on 12 March and allocated: the text can be drafted. */
export function allocated(different: Partial<Agreement> = {}): Story {
  return agreement(different).does('proposal.present').on('2026-03-12').does('coreVote.certify').does('allocation.resolve');
}

/** The text is out for signature, the concejo having agreed where it must. */
export function toSign(draft: JsonObject = {}, different: Partial<Agreement> = {}): Story {
  const story = allocated(different).on('2026-03-16').does('draft.finish', draft);
  return story.where.includes('approval.councilVote') ? story.on('2026-03-18').does('councilVote.present').does('councilVote.certify') : story;
}

export function signed(draft: JsonObject = {}, different: Partial<Agreement> = {}): Story {
  const { head } = { ...plain, ...different };
  return toSign(draft, different).on('2026-03-20').does('signature.sign', {}, { office: 'governor' }).does('signature.sign', {}, { office: head });
}

/** In force since 26 March 2026 by an exenta resolution; a mandate by an afecta one. */
export function inForce(draft: JsonObject = {}, different: Partial<Agreement> = {}): Story {
  const story = signed(draft, different).on('2026-03-23');
  if (draft['kind'] === 'mandate') story.does('resolution.issue', { nature: 'afecta' }).does('review.enter').on('2026-03-25').does('review.clear');
  else story.does('resolution.issue', { nature: 'exenta' });
  return story.on('2026-03-26').does('agreement.send');
}
