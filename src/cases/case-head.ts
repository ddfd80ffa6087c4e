/** What a register's line and a case's view both say first: what the case is, and where it stands. */
export interface CaseHead {
  readonly id: string;
  readonly number: string;
  readonly workflow: string;
  readonly version: number;
  readonly title: string;
  readonly territory: string | null;
  readonly region: string | null;
  readonly status: 'open' | 'closed';
  readonly state: readonly string[];
  /** The names of the states, in the reader's language. */
  readonly stateNames: readonly string[];
  readonly outcome: string | null;
  readonly seq: number;
  readonly openedOn: string;
  readonly since: string;
  readonly flags: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}
