import { CalendarInputError } from '../calendar/input-error.js';
import { CaseRefusal } from '../cases/refusal.js';
import { GovernanceRefusal } from '../governance/refusal.js';
import { Problem } from './problem.js';
import type { ProblemCode } from './problem.js';

/** What a domain module refuses, as an answer; undefined for what is no refusal but a defect. */
export function refusalAsProblem(thrown: unknown): Problem | undefined {
  if (thrown instanceof CalendarInputError) {
    return new Problem('invalid', { detail: (l) => thrown.say(l), fields: (l) => [{ path: thrown.path, message: thrown.say(l) }] });
  }
  if (thrown instanceof GovernanceRefusal) {
    const { code, offices } = thrown;
    return new Problem(GOVERNANCE[code], { detail: (l) => thrown.say(l), extra: { reason: code, ...(offices.length > 0 && { offices }) } });
  }
  return thrown instanceof CaseRefusal ? ofCase(thrown) : undefined;
}

function ofCase({ code, particulars: { errors, why, accepted } }: CaseRefusal): Problem {
  if (code === 'unknown-case') return new Problem('not-found');
  return new Problem(code, {
    ...(errors && { fields: errors }),
    ...(why && { detail: (l) => why(l).map(({ message }) => message).join(' '), extra: (l) => ({ accepted, why: why(l) }) }),
  });
}

const GOVERNANCE = {
  'not-empowered': 'not-empowered',
  'ambiguous-office': 'invalid',
  'unknown-institution': 'invalid',
  'unknown-official': 'invalid',
  'unknown-territory': 'invalid',
  'delegation-refused': 'conflict',
  'appointment-refused': 'conflict',
  'holiday-refused': 'conflict',
  'dated-value-refused': 'conflict',
  'session-refused': 'conflict',
  'invalid-unit': 'invalid',
} as const satisfies Record<GovernanceRefusal['code'], ProblemCode>;
