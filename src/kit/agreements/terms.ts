import type { JsonObject, Participant } from '../case-event.js';
import type { AppraisalStatus } from '../steps/appraisal.js';
import type { FundedProject, Share } from '../steps/contributions-state.js';

/** A project of the portfolio. What a register of the past does not show is null. */
export interface Project {
  readonly code: string | null;
  readonly name: string;
  /** CLP. */
  readonly amount: number | null;
  /** Code of the institution that executes it. */
  readonly executor: string | null;
  /** Where it stands in the national investment system; null while nothing is known. */
  readonly appraisal: AppraisalStatus | null;
}

/** What the parties of an investment agreement agree on: the text on its way through approvals, or the one in force. */
export interface Terms extends JsonObject {
  readonly projects: readonly Project[];
  readonly shares: readonly Share[];
  /** Responsibilities and obligations of each party. */
  readonly duties: readonly { readonly party: string; readonly duties: string }[];
  readonly goals: string | null;
  readonly evaluation: string | null;
  readonly revocability: string | null;
  /** The clause that lets money move between projects; `not-apt` when the parties say that it does not apply. */
  readonly reallocation: 'agreed' | 'not-apt' | null;
  /** Who decides, by the agreement, what the parties cannot settle. */
  readonly lastInstance: string | null;
  /** Last day. */
  readonly endsOn: string | null;
  readonly textSha256: string | null;
}

/** A case whose parties have terms on the table. */
export interface Negotiated extends JsonObject {
  readonly draft: Terms;
  /** CLP in all; kept where a register shows only that. */
  readonly amount: number | null;
}

export const noTerms: Terms = {
  projects: [], shares: [], duties: [], goals: null, evaluation: null, revocability: null, reallocation: null, lastInstance: null, endsOn: null, textSha256: null,
};

/** How acts name a project: by its code, or by its name where no code is known. */
export function keyOf({ code, name }: Pick<Project, 'code' | 'name'>): string {
  return code ?? name;
}

/** CLP of all shares; null while one of them, or all, are not known. */
export function totalOf({ shares }: Pick<Terms, 'shares'>): number | null {
  return shares.length === 0 || shares.some(({ amount }) => amount === null) ? null : shares.reduce((total, { amount }) => total + (amount ?? 0), 0);
}

/** A project as those who fund it see it. */
export function asFunded(project: Project): FundedProject {
  const { appraisal, amount } = project;
  const recommended = appraisal === null || appraisal === 'none' ? 'unknown' : appraisal === 'RS' || appraisal === 'not-required' ? 'yes' : 'no';
  return { key: keyOf(project), amount, recommended };
}

export function partiesOf(participants: readonly Participant[]): readonly Participant[] {
  return participants.filter(({ party }) => party);
}

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
