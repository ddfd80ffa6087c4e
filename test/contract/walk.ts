import { expecting, nameOf, type Office, type OfficeOf } from '../support/office.js';
import { agree } from './agree.js';
import type { Checks } from './checks.js';
import type { CaseView, Client, NextView, WorkflowView } from './client.js';

/** What chance decides of one step: which of the offers, as whom, and what time does before. */
export interface Move {
  readonly pick: number;
  readonly as: number;
  /** Days to let pass; or until just after the next clock has run out. */
  readonly jump: number | 'past-due';
  readonly clock: 'leave' | 'extend' | 'suspend';
  /** Any day, counted from 2018 on: for the ledger of competences. */
  readonly day: number;
}

/** Of so many steps, after how many an end is as good as anything. */
const LATE = 0.7;
/** Steps between two looks into the ledger of competences. */
const LEDGER_EVERY = 8;
const DAY = 86_400_000;

/** One case, walked step by step with what is offered; after each step everything is checked that must hold of every case. */
export class Walk {
  readonly way: string[] = [];
  private readonly ends: ReadonlySet<string>;

  constructor(private readonly among: { readonly office: Office; readonly client: Client; readonly checks: Checks }, private view: CaseView, { outcomes }: WorkflowView, private readonly opener: OfficeOf) {
    this.ends = new Set(outcomes.map(({ outcome }) => outcome));
  }

  /** Throws with the way it came when anything does not hold. */
  async go(moves: readonly Move[]): Promise<void> {
    try {
      await this.among.checks.all(this.view);
      for (const [index, move] of moves.entries()) {
        if (index % LEDGER_EVERY === 0) await this.among.checks.ledger(this.view, move.day);
        if (await this.pass(move)) await this.among.checks.all(this.view);
        if (this.view.status === 'closed') break;
        await this.refuse(move);
        if (await this.turnClock(move)) await this.among.checks.all(this.view);
        if (await this.take(move, index > LATE * moves.length ? 'any' : 'lasting')) await this.among.checks.all(this.view);
      }
      await this.among.checks.ledger(this.view, moves.at(-1)!.day);
    } catch (error) {
      throw new Error(`${this.view.workflow}, after\n  ${this.way.join('\n  ')}\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  private async pass({ jump }: Move): Promise<boolean> {
    const now = Date.parse(this.among.office.api.clock.now());
    const [next] = this.view.deadlines.flatMap(({ status, due }) => (status === 'running' && due !== null ? [due.slice(0, 10)] : [])).toSorted();
    if (jump === 0 || (jump === 'past-due' && next === undefined)) return false;
    const to = jump === 'past-due' ? new Date(Math.max(now, Date.parse(`${next}T00:00:00Z`) + DAY)).toISOString().slice(0, 10) : new Date(now + jump * DAY).toISOString();
    this.way.push(`… ${await this.among.client.advanceTo(to)}`);
    this.view = await this.among.client.view(this.view.id);
    return true;
  }

  /** What is not allowed says why, and is refused for that. */
  private async refuse({ pick, as }: Move): Promise<void> {
    const blocked = this.view.next.filter(({ allowed, offices }) => !allowed && offices.length > 0);
    const one = blocked[pick % Math.max(1, blocked.length)];
    if (!one) return;
    const { status, body } = await this.among.client.send(this.view, one, one.offices[as % one.offices.length]);
    const { code, why = [] } = body as unknown as { readonly code: string; readonly why?: readonly unknown[] };
    // Where nothing can be said of it now there is no example either, and what stands in its place is not valid.
    const wordless = one.why.every((reason) => reason.code === 'no-example') && status === 422;
    if (!wordless) agree(`${one.event} is refused`, { status, code, why: why.length > 0, told: one.why.length > 0 }, { status: 409, code: 'event-refused', why: true, told: true });
  }

  /** What stands still goes on; else some clock is extended or suspended, where its rule and the opener's power let it. */
  private async turnClock({ clock, pick }: Move): Promise<boolean> {
    if (clock === 'leave') return false;
    const suspended = this.view.deadlines.find(({ status }) => status === 'suspended');
    const running = this.view.deadlines.filter(({ status }) => status === 'running');
    const row = suspended ?? running[pick % Math.max(1, running.length)];
    if (!row) return false;
    const act = suspended ? 'resume' : clock;
    const { status, body } = await this.among.client.onDeadline(this.view, row, act, this.opener);
    if (status !== 200 && status !== 403 && status !== 409) throw new Error(`${act} ${row.name}: ${status} ${JSON.stringify(body)}`);
    if (status !== 200) return false;
    this.way.push(`${act} ${row.name}`);
    this.view = body;
    return true;
  }

  /** What is allowed is taken, and leads to where it said. */
  private async take(move: Move, wanted: 'lasting' | 'any'): Promise<boolean> {
    const allowed = this.view.next.filter((one) => one.allowed);
    const choice = wanted === 'any' ? allowed : this.lasting(allowed, move);
    const one = choice[move.pick % Math.max(1, choice.length)];
    if (!one) return false;
    this.view = await this.send(one, one.offices[move.as % one.offices.length]);
    return true;
  }

  /** Those that do not end the case; every other time those of them that lead to another state, so that walks get somewhere. */
  private lasting(allowed: readonly NextView[], { as }: Move): readonly NextView[] {
    const lasting = allowed.filter((one) => !statesOf(one).some((state) => this.ends.has(state)));
    const moving = lasting.filter((one) => statesOf(one).join() !== this.view.state.toSorted().join());
    return [as % 2 === 0 ? moving : [], lasting, allowed].find((some) => some.length > 0) ?? [];
  }

  private async send(one: NextView, by: OfficeOf): Promise<CaseView> {
    this.way.push(`${one.event} as ${nameOf(by)} ${JSON.stringify(one.example)}`);
    const view = expecting(200, await this.among.client.send(this.view, one, by));
    agree(`${one.event} leads to`, view.state.toSorted(), statesOf(one));
    return view;
  }
}

function statesOf({ leadsTo }: NextView): readonly string[] {
  return leadsTo.map(({ state }) => state).toSorted();
}
