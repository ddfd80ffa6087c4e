/** The person a verified token speaks for. */
export interface Official {
  readonly username: string;
}

/** Which usernames are officials here. Governance keeps the list; identity only asks. */
export interface OfficialDirectory {
  isOfficial(username: string): Promise<boolean>;
}

/** Name under which Nest hands out who verifies tokens. */
export const IDENTITY = Symbol('identity');
