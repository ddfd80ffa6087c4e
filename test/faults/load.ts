import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Host } from './host-process.js';
import { acts, opening, present, type Act } from './story.js';

/** A command that was answered: what must be found in the database, whatever happened since. */
export interface Acknowledged {
  readonly caseId: string;
  readonly type: string;
  readonly scope: string;
  readonly key: string;
}

/**
 * Clients that take cases along their way, as programs of other bodies do: a command that was not answered, for whatever
 * reason, is sent again with the same key, until it is.
 */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** How often a command had to be repeated. */
  repeated = 0;
  private ending = false;
  private readonly clients: Promise<void>[];
  private readonly listeners = new Set<() => void>();

  /** @param host whom to ask now: another one after a restart. */
  constructor(private readonly host: () => Host, clients: number) {
    this.clients = Array.from({ length: clients }, (_, index) => this.client(index));
  }

  /** Once so many more commands have been answered. */
  async progress(more: number): Promise<void> {
    const until = this.acknowledged.length + more;
    while (this.acknowledged.length < until) await new Promise<void>((resolve) => this.listeners.add(resolve));
  }

  /** Lets every client finish the case it is at. */
  async finish(): Promise<void> {
    this.ending = true;
    await Promise.all(this.clients);
  }

  /** Every third case stays before the CORE, where its thirty days run out. */
  private async client(index: number): Promise<void> {
    for (let turn = index; !this.ending; turn += 1) {
      const caseId = await this.open();
      for (const act of turn % 3 === 0 ? [present] : acts) await this.send(caseId, act);
    }
  }

  private async open(): Promise<string> {
    const caseId = randomUUID();
    const key = randomUUID();
    await this.insist('open', { caseId, key });
    this.note({ caseId, type: 'case.opened', scope: `open:${opening.recordedBy}`, key });
    return caseId;
  }

  private async send(caseId: string, act: Act): Promise<void> {
    const key = randomUUID();
    await this.insist('send', { caseId, key, act });
    this.note({ caseId, type: act.type, scope: `send:${act.office}.${act.institution}:${caseId}`, key });
  }

  private async insist(call: string, given: object): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await this.host().call(call, given);
        return;
      } catch (error) {
        if (String(error).includes('EngineRefusal') || tries > 1_000) throw error;
        this.repeated += 1;
        await pause(20);
      }
    }
  }

  private note(acknowledged: Acknowledged): void {
    this.acknowledged.push(acknowledged);
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }
}
