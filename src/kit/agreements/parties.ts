import { coreVoteInput, councilVoteInput } from '../bodies.js';
import type { CaseEvent, JsonObject, Participant } from '../case-event.js';
import { lawDay } from '../law.js';
import { signOff, type Signer } from '../steps/sign-off.js';
import type { StepDefinition } from '../steps/step.js';
import { votes } from '../steps/votes.js';
import type { Terms } from './terms.js';

/** A case with a text to vote and to sign. */
interface Drafted extends JsonObject {
  readonly draft: Terms;
}

/** Heads by role: who binds each party. A joined body signs by whoever heads such a body. */
export const heads: Readonly<Record<string, readonly string[]>> = {
  regionalGovernment: ['governor'], ministry: ['minister'], municipality: ['mayor'], entity: ['director', 'undersecretary', 'seremi', 'president', 'head'],
};

/** The CORE of each region that takes part, on the governor's proposal; a limit that ends counts as the proposal standing. */
export function coreVotes<Context>(deadline: string): StepDefinition<Context> {
  return votes<Context>((_context, event) => ({
    bodies: bodiesOf(event.participants, 'regionalGovernment').map(({ role, institution }) => ({
      role, institution, input: { ...coreVoteInput(event, { role, institution, mayModify: 'no' }), tabledBy: { [role]: ['governor'] } },
    })),
    deadline, onSilence: 'approved',
  }), ['core.seats']);
}

/** The concejo of each municipality that takes part, whatever the amount (LOC 18.695 art. 65 j); silence: the mayor's proposal stands (art. 82). */
export function councilVotes<Context extends Drafted>(deadline: string, newSittingDeadline: string): StepDefinition<Context> {
  return votes<Context>((context, event) => ({
    bodies: bodiesOf(event.participants, 'municipality').map(({ role, institution }) => ({
      role, institution,
      input: councilVoteInput(event, { role, institution, newSittingDeadline, adopting: beyondMayorsTerm(context, event, institution) ? 'two-thirds-of-members' : 'absolute-majority-of-members' }),
    })),
    deadline, onSilence: 'approved',
  }), ['concejo.seats', 'mayor.term-end']);
}

/** Every party signs the same text, in any order. */
export function signatures<Context extends Drafted>(): StepDefinition<Context> {
  return signOff<Context>((context, event) => ({ manner: 'signature', order: 'parallel', textSha256: context.draft.textSha256, signers: signersOf(event.participants) }));
}

export function bodiesOf(participants: readonly Participant[], role: string): readonly Participant[] {
  return participants.filter((one) => one.role === role);
}

function signersOf(participants: readonly Participant[]): readonly Signer[] {
  return participants.filter(({ party }) => party).map(({ role, institution }) => ({ role, institution, offices: heads[role] ?? [] }));
}

/** Whether the agreement binds a municipality beyond its mayor's term: then two thirds (LOC 18.695 art. 65 j). */
function beyondMayorsTerm({ draft }: Drafted, event: CaseEvent, institution: string): boolean {
  const termEnd = lawDay(event, 'mayor.term-end', institution);
  return draft.endsOn !== null && termEnd !== null && draft.endsOn > termEnd;
}
