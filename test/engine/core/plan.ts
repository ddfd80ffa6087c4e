import type { Definition } from '../../../src/engine/core/definition.js';
import type { JsonObject, Law } from '../../../src/kit/index.js';
import { law, lawOf2026, Story } from './story.js';

/** A municipality's plan of 2025: begun while the law it is judged by was the law. */
export interface PlanStory {
  readonly definition: Definition;
  readonly kind?: 'new-plan' | 'modification' | 'enmienda';
  readonly urbanLimit?: 'changes' | 'unchanged';
  readonly conformity?: 'declared' | 'not-declared';
  readonly seats?: number;
  readonly on?: string;
}

const lawOf = (seats: number): Law => ({ ...lawOf2026, ...law({ 'concejo.seats': seats }) });

/** Opened on Monday 3 March 2025 by Quirihue. */
export function opened({ definition, kind = 'new-plan', seats = 6, on = '2025-03-03' }: PlanStory): Story {
  return new Story({
    definition, on, law: lawOf(seats), data: { kind, name: 'Plan regulador comunal de Quirihue' },
    participants: [
      { role: 'municipality', institution: 'muni-16201', party: true },
      ...['gore-16', 'seremi-minvu-16', 'seremi-mma-16', 'cgr-16'].map((institution, index) => (
        { role: ['regionalGovernment', 'seremi', 'mma', 'comptroller'][index] ?? '', institution, party: false })),
    ],
  });
}

/** The concejo received the target image on Wednesday 5 March. */
export function imageSubmitted(plan: PlanStory): Story {
  return opened(plan).does('image.formulate', { urbanLimit: plan.urbanLimit ?? 'unchanged' }).on('2025-03-05').does('image.submit');
}

/** Approved on 12 March, published on Monday 31 March after notices of 17 and 24 March. */
export function imagePublished(plan: PlanStory): Story {
  return imageSubmitted(plan).on('2025-03-12').does('imageVote.certify').on('2025-03-31').does('image.publish');
}

const hearings = (...days: readonly string[]): JsonObject => ({ hearings: days.map((heldOn) => ({ heldOn, place: 'Sede vecinal', minutes: { sha256: 'b'.repeat(64), name: 'acta.pdf' } })) });
export const minutes = { sha256: 'b'.repeat(64), name: 'acta.pdf' } as const;
export { hearings };

/** Heard on 7 and 9 April; the window closed on 30 April; the report came to the secretariat on Monday 5 May. */
export function imageReported(plan: PlanStory): Story {
  return imagePublished(plan).on('2025-04-10').does('imageHearings.certify', { ...hearings('2025-04-07', '2025-04-09'), cosoc: { presentedOn: '2025-04-08', minutes } })
    .on('2025-05-05').does('imageReport.deliver');
}

/** The terms agreed on Tuesday 20 May. */
export function termsAgreed(plan: PlanStory): Story {
  return imageReported(plan).on('2025-05-20').does('imageObservations.conclude').does('terms.propose').does('termsVote.certify');
}

/** The draft observed by the Ministry on 6 June; participation opened on 9 June; hearings of 25 June. */
export function draftHeard(plan: PlanStory): Story {
  const story = plan.kind === 'enmienda' ? opened({ on: '2025-06-02', ...plan }).does('enmienda.formulate') : designed(plan);
  story.on('2025-06-09').does('participation.open', { conformity: plan.conformity ?? 'not-declared' });
  return story.on('2025-06-25').does('draftHearings.certify');
}

function designed(plan: PlanStory): Story {
  const story = termsAgreed(plan);
  if (plan.urbanLimit === 'changes') story.does('sii.inform');
  return story.on('2025-05-30').does('draft.finish').does('environment.send').on('2025-06-06').does('environment.observe');
}

/** Exposed from 1 to 31 July; new hearing on 5 August unless conformity is declared; the window closed on 4 September, or 1 September. */
export function draftObserved(plan: PlanStory): Story {
  const story = draftHeard(plan);
  if ((plan.kind ?? 'new-plan') !== 'new-plan') story.does('cosoc.inform');
  story.on('2025-07-01').does('exposure.open').on('2025-08-05');
  return plan.conformity === 'declared' ? story : story.does('secondHearing.certify');
}

/** Submitted to the concejo on Tuesday 30 September. */
export function inCouncil(plan: PlanStory): Story {
  return draftObserved(plan).on('2025-09-30').does('plan.submit');
}

/** Approved by the concejo on 14 October. */
export function approved(plan: PlanStory): Story {
  return inCouncil(plan).on('2025-10-14').does('draftObservations.conclude').does('councilVote.certify');
}

/** Sent to the SEREMI on 20 October and received on Wednesday 22 October. */
export function withSeremi(plan: PlanStory): Story {
  return approved(plan).on('2025-10-20').does('project.send').on('2025-10-22').does('project.receive');
}

/** Reported on 15 December. */
export function reported(plan: PlanStory, report: JsonObject): Story {
  return withSeremi(plan).on('2025-12-15').does('seremi.report', report);
}
