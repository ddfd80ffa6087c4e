import { Inject, Injectable } from '@nestjs/common';
import { localDate, placeOf } from '../../calendar/place.js';
import type { Definition } from '../../engine/case-reader.js';
import { Engine } from '../../engine/engine.service.js';
import type { Judge, SendCommand } from '../../engine/ports.js';
import type { EngineRefusal } from '../../engine/refusals.js';
import { Tools } from '../../engine/tools.js';
import { Powers } from '../../governance/powers/powers.js';
import { GovernanceRefusal } from '../../governance/refusal.js';
import type { SqlClient } from '../../platform/database.js';
import type { Importer } from '../import/attesting.js';
import { hashOfCells, holdRow, keepRow, knownHashes } from '../import/import-store.js';
import { agreementTelling } from './agreement-past.js';
import { areaTelling } from './area-past.js';
import { agreementFacts, areaFacts } from './facts.js';
import { participantsOf, type Telling, type ToldCase, type ToldLine } from './telling.js';
import { transferTellings } from './transfer-past.js';

/** Whose rows these are in the store of imports. */
const source = 'history';
/** Who brings the demonstration country its history. */
const importer = 'admin.subdere';

export const tellings: readonly Telling[] = [...agreementFacts.map(agreementTelling), ...transferTellings, ...areaFacts.map(areaTelling)];

export interface History {
  /** Cases opened now. */
  readonly told: number;
  /** What could not be told: the case, and why. Nothing of it is written. */
  readonly untold: readonly { readonly id: string; readonly why: string }[];
}

/** Tells the documented past of the demonstration country as cases, each in one transaction. What was told before stays as it is. */
@Injectable()
export class Historian {
  constructor(@Inject(Engine) private readonly engine: Engine, @Inject(Powers) private readonly powers: Powers, @Inject(Tools) private readonly tools: Tools) {}

  /** @param wanted what is documented; all of it when left out */
  async tell(wanted: readonly Telling[] = tellings): Promise<History> {
    const known = await this.engine.transact((client) => knownHashes(client, source));
    const fresh = wanted.filter(({ workflow, id }) => !known.has(`${workflow}/${id}`));
    if (fresh.length === 0) return { told: 0, untold: [] };
    const by = await this.importer();
    if (by instanceof GovernanceRefusal) return { told: 0, untold: fresh.map(({ id }) => ({ id, why: by.message })) };
    const faults: (string | null)[] = [];
    for (const one of fresh) faults.push(await this.tellOne(one, by));
    return { told: faults.filter((why) => why === null).length, untold: fresh.flatMap(({ id }, index) => (faults[index] === null ? [] : [{ id, why: faults[index] ?? '' }])) };
  }

  /** Why it was not told; null where it was, or is told already. */
  private async tellOne({ workflow, region, tell }: Telling, by: Importer): Promise<string | null> {
    const told = tell(localDate(this.tools.clock.now(), placeOf(region).zone));
    const definition = this.engine.catalogue.inForce(workflow, told.opening.on);
    if (!definition) return `no workflow ${workflow}`;
    return this.engine.transact((client) => this.write(client, told, definition, by)).then(() => null, (error: unknown) => String(error));
  }

  private async write(client: SqlClient, told: ToldCase, definition: Definition, by: Importer): Promise<void> {
    const key = { source, sheet: told.workflow, row: told.id };
    if (await holdRow(client, key)) return;
    const { title, region, identifiers, opening, lines } = told;
    const caseId = this.tools.newId();
    const participants = participantsOf(definition, told);
    const answers = await this.engine.replayIn(client, {
      id: caseId, definition, title, territory: region, region, participants, identifiers, ...commandOf(opening, by),
    }, lines.map((line): SendCommand => ({ caseId, type: line.type, ...commandOf(line, by) })));
    const refused = answers.flatMap((answer, index) => (typeof answer === 'number' ? [] : [new Refused(lines[index]?.type ?? '', answer)]));
    if (refused[0]) throw refused[0];
    const cells = { facts: JSON.stringify(told) };
    const now = this.tools.clock.now();
    await keepRow(client, key, { caseId, cells, hash: hashOfCells({ ...key, cells }), lines: [], reasons: [] }, { by: by.official, at: now });
  }

  private async importer(): Promise<Importer | GovernanceRefusal> {
    const today = localDate(this.tools.clock.now(), placeOf(null).zone);
    return this.powers.requireImport(importer, today).then((power): Importer => ({ official: importer, power }), (error: unknown) => {
      if (error instanceof GovernanceRefusal) return error;
      throw error;
    });
  }
}

/** A line that the procedure did not take. */
class Refused extends Error {
  constructor(type: string, { reasons }: EngineRefusal) {
    super(`${type}: ${reasons.map(({ code }) => code).join(', ')}`);
  }
}

function commandOf({ on, data, instrument, flags, by }: ToldLine, { official, power }: Importer): Pick<SendCommand, 'occurredAt' | 'data' | 'instrument' | 'recordedBy' | 'flags' | 'judge'> {
  return { occurredAt: on, data, instrument, recordedBy: official, flags, judge: judgeOf(by, power) };
}

/** Whose act it was, attested by the importer; of what is nobody's act the importer himself says it. */
function judgeOf(by: ToldLine['by'], { kind, office, institution, official, basis }: Importer['power']): Judge {
  const actor = by ? { ...by, official: `attested:${by.office}.${by.institution}` } : { role: '', office, institution, official };
  return () => Promise.resolve({ actor, power: { kind, office, institution, official, basis }, source: 'imported' });
}
