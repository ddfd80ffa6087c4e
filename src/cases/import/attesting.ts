import type { Judge, Judgement } from '../../engine/ports.js';
import type { Power } from '../../governance/powers/decide.js';
import type { Participant } from '../../kit/index.js';
import type { PlannedLine } from './row-plan.js';

/** Who imports: every line is attested by this power. */
export interface Importer {
  readonly official: string;
  readonly power: Power;
}

/** Judges a line of a register: whose act it was, attested by the importer. The register names no person. */
export function attesting({ power }: Importer, participants: readonly Participant[], { by }: Pick<PlannedLine, 'by'>): Judge & (() => Promise<Judgement>) {
  const institution = participants.find(({ role }) => role === by.role)?.institution ?? '';
  const { kind, office, official, basis } = power;
  const judgement: Judgement = {
    actor: { ...by, institution, official: `attested:${by.office}.${institution}` },
    power: { kind, office, institution: power.institution, official, basis }, source: 'imported',
  };
  return () => Promise.resolve(judgement);
}
