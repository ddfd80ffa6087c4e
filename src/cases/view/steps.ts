import type { CaseRead, CaseReader, StepRow } from '../../engine/case-reader.js';
import type { Language } from '../../i18n/language.js';
import { isOf, type JsonObject, type SignOffState, type StepOutput } from '../../kit/index.js';

/** Who has, or had, to act in a step. */
export interface StepParticipant {
  readonly role: string;
  readonly institution: string;
  readonly offices: readonly string[];
  /** Of a sign-off: whether it was given, and when. */
  readonly status?: string;
  readonly on?: string | null;
}

export interface StepView extends Pick<StepRow, 'id' | 'kind' | 'status' | 'startedOn' | 'startedSeq'> {
  readonly title: string;
  readonly output: StepOutput | null;
  readonly participants: readonly StepParticipant[];
  /** What the step knows: signatures, votes, money. */
  readonly state: JsonObject;
}

/** The steps of a case, in the order in which they began. */
export function stepsOf(read: CaseRead, reader: Pick<CaseReader, 'actorsOfStep'>, language: Language): readonly StepView[] {
  return read.stored.state.steps.map((step): StepView => {
    const { id, kind, status, startedOn, startedSeq, output, state } = step;
    return { id, kind, title: read.definition.words[language].steps[id] ?? id, status, startedOn, startedSeq, output, participants: participantsOf(read, reader, step), state };
  });
}

function participantsOf(read: CaseRead, reader: Pick<CaseReader, 'actorsOfStep'>, step: StepRow): readonly StepParticipant[] {
  const bodies = read.stored.state.participants;
  if (step.kind === 'signOff') {
    const { signatures } = step.state as SignOffState;
    return signatures.flatMap((signer) =>
      bodies.filter((body) => isOf(signer, body)).map(({ institution }) => ({ role: signer.role, institution, offices: signer.offices, status: signer.status, on: signer.on })));
  }
  if (step.status !== 'open') return [];
  const { by, participants } = reader.actorsOfStep(read, step);
  return participants.map(({ role, institution }) => ({ role, institution, offices: by[role] }));
}
