import { Inject, Injectable } from '@nestjs/common';
import { localDate } from '../calendar/place.js';
import type { Definition } from '../engine/case-reader.js';
import { Tools } from '../engine/tools.js';
import { Ledger } from '../governance/competences/ledger.js';
import { Directory } from '../governance/directory.js';
import { regionOf } from '../governance/territory.js';
import { day } from '../kit/index.js';
import { participantsOf, type Candidate, type Named } from './participants.js';
import { invalid, type Fault } from './refusal.js';

/** The parts of a case that is asked for: what was named, well-formed. */
export interface Cast {
  readonly territory: string | null;
  readonly participants: readonly Named[];
  /** The day, or instant, it is opened for; now when left out. */
  readonly occurredAt?: string | undefined;
}

/** Who takes which part in a case: those named; else by law; else whoever is in charge of the role's competence in the case's territory that day. */
@Injectable()
export class Casting {
  constructor(@Inject(Directory) private readonly directory: Directory, @Inject(Ledger) private readonly ledger: Ledger, @Inject(Tools) private readonly tools: Tools) {}

  /** Throws a CaseRefusal `invalid` for a territory or an institution that does not exist. */
  async cast(definition: Definition, { territory, participants, occurredAt }: Cast): Promise<{ readonly candidates: readonly Candidate[]; readonly region: string | null }> {
    const unknown = await this.unknownNames(territory, participants);
    if (unknown.length > 0) throw invalid(...unknown);
    const institutions = await Promise.all(participants.map(({ institution }) => this.directory.requireInstitution(institution)));
    const region = regionOf(territory) ?? regionOf(institutions.find(({ level }) => level === 'regional')?.territory ?? null);
    const on = dayOf(occurredAt) ?? localDate(this.tools.clock.now(), capital);
    const candidates = await participantsOf(definition, participants, region, {
      institution: (code) => this.directory.institution(code), inCharge: (competence) => this.ledger.inCharge(competence, territory, on),
    });
    return { candidates, region };
  }

  private async unknownNames(territory: string | null, participants: readonly Named[]): Promise<readonly Fault[]> {
    const place = territory !== null && !(await this.directory.territory(territory)) ? [{ path: 'territory', word: 'fault.territory', params: { code: territory } } as const] : [];
    const bodies = await Promise.all(participants.map(async ({ institution: code }, index) =>
      ((await this.directory.institution(code)) ? [] : [{ path: `participants.${index}.institution`, word: 'fault.institution', params: { code } } as const])));
    return [...place, ...bodies.flat()];
  }
}

const capital = 'America/Santiago';

/** The day of a date or an instant; undefined for what is neither, which the engine refuses in its turn. */
function dayOf(occurredAt: string | undefined): string | undefined {
  const instant = Date.parse(occurredAt ?? '');
  const found = occurredAt === undefined || day.safeParse(occurredAt).success || Number.isNaN(instant) ? occurredAt : localDate(new Date(instant).toISOString(), capital);
  return day.safeParse(found).success && found! >= '1900-01-01' && found! <= '2199-12-31' ? found : undefined;
}
