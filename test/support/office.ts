import { randomUUID } from 'node:crypto';
import { Clockwork } from '../../src/engine/clockwork.js';
import { database, type TestDatabase } from './database.js';
import { app, type Choices, type TestApp } from '../api/app.js';

type Json = Readonly<Record<string, unknown>>;

export interface OfficeOf {
  readonly office: string;
  readonly institution: string;
}

export interface Next {
  readonly event: string;
  readonly offices: readonly OfficeOf[];
  readonly schema: Json;
  readonly example: Json;
  readonly allowed: boolean;
  readonly mine: boolean;
  readonly why: readonly { readonly code: string; readonly message: string; readonly unblockedBy: readonly OfficeOf[] }[];
}

/** What tests look at of a case view. */
export interface View {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly state: readonly string[];
  readonly outcome: string | null;
  readonly seq: number;
  readonly flags: readonly string[];
  readonly data: Json;
  readonly participants: readonly { readonly role: string; readonly institution: string; readonly party: boolean }[];
  readonly deadlines: readonly (Json & { readonly name: string; readonly status: string; readonly due: string | null; readonly explanation: readonly { readonly date: string; readonly note: string }[] })[];
  readonly tasks: readonly (Json & { readonly name: string; readonly title: string })[];
  readonly steps: readonly (Json & { readonly id: string; readonly participants: readonly Json[] })[];
  readonly waits: readonly Json[];
  readonly next: readonly Next[];
}

export interface Reply<Body = Json> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** The application with people in it: officials by username, who read and act over HTTP. */
export class Office {
  readonly db: TestDatabase;
  readonly api: TestApp;
  private readonly tokens = new Map<string, string>();

  /** @param startsAt where the clock stands at the beginning of each test */
  constructor(startsAt: string, choices: Choices = {}) {
    this.db = database();
    this.api = app(this.db, choices);
    beforeEach(() => this.api.clock.stop(startsAt));
  }

  async get<Body = Json>(who: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply<Body>> {
    return this.reply<Body>(await this.api.get(`/api/v1${path}`, { ...(await this.as(who)), ...headers }));
  }

  /** With a new Idempotency-Key unless one is given. */
  async post<Body = Json>(who: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply<Body>> {
    return this.reply<Body>(await this.api.post(`/api/v1${path}`, body, { ...(await this.as(who)), 'idempotency-key': randomUUID(), ...headers }));
  }

  async view(who: string, id: string, headers?: Readonly<Record<string, string>>): Promise<View> {
    return expecting(200, await this.get<View>(who, `/cases/${id}`, headers));
  }

  /** Opens the workflow's own example, changed as asked. */
  async open(change: Json = {}, who?: string): Promise<View> {
    const { body } = await this.get<{ open: { offices: OfficeOf[]; example: Json } }>('legal.gore-16', '/workflows/fndr-transfer');
    const { offices, example } = body.open;
    return expecting(201, await this.post<View>(who ?? nameOf(offices[0]), '/cases', { workflow: 'fndr-transfer', ...example, ...change }));
  }

  async send(who: string, id: string, type: string, data: Json = {}, more: Json = {}): Promise<Reply<View>> {
    return this.post<View>(who, `/cases/${id}/events`, { type, data, ...more });
  }

  /** Does what `next` says of an event, as the first who may; with other data where given. */
  async doNext(view: View, event: string, data?: Json): Promise<View> {
    const next = view.next.find((one) => one.event === event);
    if (!next?.offices[0]) throw new Error(`${event} is not in next: ${view.next.map((one) => one.event).join(', ')}`);
    return expecting(200, await this.send(nameOf(next.offices[0]), view.id, event, data ?? next.example));
  }

  /** Does several in turn. */
  async walk(view: View, ...events: readonly (string | readonly [event: string, data: Json])[]): Promise<View> {
    let at = view;
    for (const event of events) at = typeof event === 'string' ? await this.doNext(at, event) : await this.doNext(at, event[0], event[1]);
    return at;
  }

  /** Everything that has ended by now expires, as the workers see to. */
  async settle(): Promise<void> {
    const { failed } = await this.api.nest.get(Clockwork).sweep();
    if (failed.length > 0) throw new AggregateError(failed.map(({ error }) => error), 'deadlines that do not expire');
  }

  private async as(who: string): Promise<Readonly<Record<string, string>>> {
    const known = this.tokens.get(who);
    if (known) return { authorization: known };
    const { authorization } = await this.api.as(who);
    this.tokens.set(who, authorization);
    return { authorization };
  }

  private async reply<Body>(response: Response): Promise<Reply<Body>> {
    return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
  }
}

export function nameOf({ office, institution }: OfficeOf): string {
  return `${office}.${institution}`;
}

/** The body of an answer of this status. */
export function expecting<Body>(status: number, reply: Reply<Body>): Body {
  if (reply.status !== status) throw new Error(`${reply.status} instead of ${status}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}
