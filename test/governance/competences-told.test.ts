import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import type { CompetenceChange } from '../../src/kit/index.js';
import { GovernedCompetences } from '../../src/governance/competences/governed-competences.js';
import { Ledger } from '../../src/governance/competences/ledger.js';
import { addDays } from '../../src/governance/competences/timeline.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import { withTransaction } from '../../src/platform/database.js';
import { openingContext, type Terms, type Transfer } from '../../workflows/competence-transfer/v1/context.js';
import { renewalOf, revokedByDecree, withTerms } from '../../workflows/competence-transfer/v1/ledger.js';
import { database } from '../support/database.js';

const db = database();
const participants = [{ role: 'regionalGovernment', institution: 'gore-16', party: true }, { role: 'origin', institution: 'sernatur', party: true }];
const start = '2026-01-01';
const on = (day: number) => addDays(start, day);
const decree = (number: string) => ({ kind: 'decreto', number, date: start });
let told = 0;
let ledger: Ledger;
let governed: GovernedCompetences;

beforeAll(async () => {
  await seedDemonstration(db.dataSource);
  ledger = new Ledger(db.dataSource);
  governed = new GovernedCompetences(ledger);
});

/** What a transfer of a case goes through before any of its days has come; days are counted from `start`, lengths in days. */
interface Life {
  readonly lasts: number;
  readonly endKnown: 'at-once' | 'later' | 'never';
  readonly mode: 'exclusive' | 'shared';
  readonly lead: 'receiver' | 'origin';
  readonly renewedFor: number | null;
  readonly revokedAfter: number | null;
}
const lives: fc.Arbitrary<Life> = fc.record({
  lasts: fc.integer({ min: 1, max: 30 }), endKnown: fc.constantFrom('at-once', 'later', 'never'), mode: fc.constantFrom('exclusive', 'shared'), lead: fc.constantFrom('receiver', 'origin'),
  renewedFor: fc.option(fc.integer({ min: 1, max: 30 })), revokedAfter: fc.option(fc.integer({ min: 1, max: 70 })),
});
const first = 10;

/** The changes in the order in which their acts are there. */
function changesOf({ lasts, endKnown, mode, lead, renewedFor, revokedAfter }: Life, competence: string): readonly (readonly CompetenceChange[])[] {
  const opened = openingContext({ competence }, participants, {});
  const until = on(first + lasts - 1);
  const terms: Terms = { duration: 'temporary', mode, inCharge: lead, effectiveOn: on(first), until: endKnown === 'at-once' ? until : null };
  let context: Transfer = { ...opened, ...withTerms(opened, terms, decree('1')) };
  const changes = [[context.transfer]];
  if (endKnown === 'later') {
    context = { ...context, ...withTerms(context, { ...terms, until }, decree('1')) };
    changes.push([context.transfer]);
  }
  if (renewedFor !== null && context.expiresOn !== null) {
    context = { ...context, renewal: renewalOf(context, on(first + lasts + renewedFor - 1), decree('2')) };
    changes.push([context.renewal]);
  }
  if (revokedAfter !== null) changes.push([revokedByDecree(context, decree('3'), on(first + revokedAfter)) ?? []].flat());
  return changes.map((some) => some.filter((change) => change !== null));
}

/** Whether the regional government has it, by the acts alone. */
function isTransferred({ lasts, endKnown, renewedFor, revokedAfter }: Life, day: number): boolean {
  if (day < first || (revokedAfter !== null && day >= first + revokedAfter)) return false;
  return endKnown === 'never' || day < first + lasts + (renewedFor ?? 0);
}

/** The days on which anything may become different, and those before them. */
function eachChange({ lasts, renewedFor, revokedAfter }: Life): readonly number[] {
  const days = [first, first + lasts, first + lasts + (renewedFor ?? 0), first + (revokedAfter ?? 0), 200];
  return [...new Set(days.flatMap((day) => [day - 1, day]))];
}

async function caseRow(): Promise<string> {
  const id = randomUUID();
  await db.query(`INSERT INTO cases (id, number, workflow, version, title, status, state, seq, envelope, participants, since, opened_on, last_on, head_hash, recorded_at)
    VALUES ($1::uuid, $1::text, 'x', 1, 'x', 'open', '{}', 1, '{}', '[]', '2026-01-01', '2026-01-01', '2026-01-01', '', '2026-01-01')`, [id]);
  return id;
}

describe('a transfer that a case tells as soon as each act is there', () => {
  it('is answered for every day, and told again on its days enters nothing', async () => {
    await fc.assert(fc.asyncProperty(lives, async (life) => {
      told += 1;
      const [competence, caseId] = [`told.${told}`, await caseRow()];
      const said = changesOf(life, competence);
      const tell = async (changes: readonly CompetenceChange[], seq: number) => withTransaction(db.dataSource, (client) => governed.apply(client, { caseId, seq, on: on(0) }, changes));
      for (const [at, changes] of said.entries()) await tell(changes, at + 1);
      const picture = async () => db.query('SELECT t.id, c.* FROM competence_title t LEFT JOIN competence_charge c ON c.title = t.id WHERE t.competence = $1 ORDER BY 1, c.territory, c.from_day', [competence]);
      const before = await picture();
      // Whatever was restated since is not said again: on its day a case says what it knows by then.
      const latest = said.slice(life.endKnown === 'later' ? 1 : 0);
      for (const [at, changes] of latest.entries()) await tell(changes, 10 + at);
      expect(await picture()).toEqual(before);
      for (const day of eachChange(life)) {
        const { answers } = (await ledger.detail(competence, { territory: '16101', at: on(day) }))!;
        const transferred = isTransferred(life, day);
        const leader = transferred && (life.mode === 'exclusive' || life.lead === 'receiver') ? 'gore-16' : 'sernatur';
        expect([day, answers.length, answers[0]?.holder.institution, answers[0]?.inCharge.institution]).toEqual([day, 1, transferred ? 'gore-16' : 'sernatur', leader]);
        expect(answers.filter(({ holder, inCharge }) => holder.act !== null && holder.until !== inCharge.until)).toEqual([]);
      }
    }), { numRuns: 40, examples: [[{ lasts: 20, endKnown: 'at-once', mode: 'shared', lead: 'receiver', renewedFor: 20, revokedAfter: 5 }]] });
  });
});
