import { Inject, Injectable } from '@nestjs/common';
import { CalendarInputError } from '../calendar/input-error.js';
import { localDate } from '../calendar/place.js';
import type { Definition } from '../engine/case-reader.js';
import { Engine } from '../engine/engine.service.js';
import type { CaseLink } from '../engine/ports.js';
import { EngineRefusal } from '../engine/refusals.js';
import { Tools } from '../engine/tools.js';
import type { Instrument, JsonObject, Participant } from '../kit/index.js';
import { Casting } from './casting.js';
import { fieldFaults } from './field-faults.js';
import { Judging } from './judging.js';
import { roleFaults, type Named } from './participants.js';
import { Visibility } from './visibility.js';
import { CaseRefusal, invalid, type Fault, type FieldFault } from './refusal.js';
import { invalidOf, isOfDate, outOfCalendar } from './translated.js';
import { sayWhy } from './words.js';
import type { Language } from '../i18n/language.js';

/** An opening as it is asked for: well-formed, not yet judged. */
export interface Application {
  readonly official: string;
  readonly workflow: string;
  readonly title: string;
  readonly territory: string | null;
  readonly participants: readonly Named[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly data: JsonObject;
  readonly links: readonly CaseLink[];
  readonly occurredAt?: string | undefined;
  readonly instrument?: Instrument | undefined;
  readonly office?: string | undefined;
}

/** Where cases are opened. */
@Injectable()
export class OpeningDesk {
  constructor(
    @Inject(Engine) private readonly engine: Engine, @Inject(Casting) private readonly casting: Casting,
    @Inject(Judging) private readonly judging: Judging, @Inject(Visibility) private readonly visibility: Visibility, @Inject(Tools) private readonly tools: Tools,
  ) {}

  /** Opens a case and answers its id. Throws a GovernanceRefusal before any CaseRefusal `invalid` that does not concern powers. */
  async open(application: Application, idempotency: { readonly key: string; readonly bodyHash: string }): Promise<string> {
    const { definition, participants, region, complain: complainOf } = await this.examine(application);
    const unseen = await this.unseenLinks(application);
    const { official, office, title, territory, identifiers, links, occurredAt, instrument } = application;
    const data = definition.opening.schema.safeParse(application.data).data ?? application.data;
    try {
      const answer = await this.engine.open({
        id: this.tools.newId(), definition, title, territory, region, participants, identifiers, data, links, occurredAt, instrument, recordedBy: official, idempotency,
        judge: async (of, state, _territory, moment) => {
          const judgement = await this.judging.ofOpening({ official, office, type: 'case.opened' })(of, state, territory, moment);
          complainOf();
          if (unseen.length > 0) throw invalid(...unseen);
          return judgement;
        },
      });
      return answer.caseId;
    } catch (error) {
      if (isOfDate(error)) await this.foresee(application);
      throw refusalOf(error, { definition, participants });
    }
  }

  /** Whether the official may open such a case at all, before complaints about the form of what was sent. */
  async foresee(application: Pick<Application, 'official' | 'workflow' | 'territory' | 'participants' | 'office'>): Promise<void> {
    const { definition, participants } = await this.examine({ ...application, title: '', identifiers: [], links: [], data: {} });
    const { official, office } = application;
    const today = localDate(this.tools.clock.now(), 'America/Santiago');
    const state = { participants } as Parameters<ReturnType<Judging['ofOpening']>>[1];
    await this.judging.ofOpening({ official, office, type: 'case.opened' })(definition, state, null, { on: today, at: today, today });
  }

  private async examine(application: Omit<Application, 'instrument'>): Promise<Examined> {
    // Which law a procedure is begun under is decided by the day it begins; a date that is none is refused in its turn.
    const today = localDate(this.tools.clock.now(), 'America/Santiago');
    const begins = /^\d{4}-\d{2}-\d{2}/.exec(application.occurredAt ?? '')?.[0] ?? today;
    const definition = this.engine.catalogue.inForce(application.workflow, begins);
    if (!definition) {
      const known = this.engine.catalogue.all(today).map(({ name }) => name).join(', ');
      throw invalid({ path: 'workflow', word: 'fault.workflow', params: { workflow: application.workflow, known } });
    }
    const { candidates, region } = await this.casting.cast(definition, application);
    const faults = roleFaults(definition, candidates);
    const participants = candidates.map(({ role, institution, party }): Participant => ({ role, institution: institution.code, party }));
    return { definition, participants, region, complain: () => complain(definition, { data: application.data, participants }, faults) };
  }

  /** A case one may not see cannot be told from one that does not exist. */
  private async unseenLinks({ official, links }: Pick<Application, 'official' | 'links'>): Promise<readonly Fault[]> {
    const seen = await this.visibility.among(official, links.map((link) => link.case));
    return links.flatMap((link, index) => (seen.has(link.case) ? [] : [{ path: `links.${index}.case`, word: 'fault.link-unknown', params: { case: link.case } } as const]));
  }
}

interface Examined {
  readonly definition: Definition;
  readonly participants: readonly Participant[];
  readonly region: string | null;
  /** Throws all that is wrong with the application beside the power to make it. */
  readonly complain: () => void;
}

function complain(definition: Definition, { data, participants }: { readonly data: JsonObject; readonly participants: readonly Participant[] }, faults: readonly Fault[]): void {
  const errors = (language: Language): readonly FieldFault[] => {
    const ofRoles = invalid(...faults).particulars.errors?.(language) ?? [];
    const ofData = fieldFaults(definition.opening.schema, data, 'data', language);
    const refused = ofData.length > 0 ? [] : (definition.opening.refuse?.(data, participants) ?? []);
    return [...ofRoles, ...ofData, ...refused.map(({ path, code }) => ({ path, message: sayWhy({ code }, definition, language) }))];
  };
  if (errors('es').length > 0) throw new CaseRefusal('invalid', { errors });
}

function refusalOf(error: unknown, { definition, participants }: Pick<Examined, 'definition' | 'participants'>): unknown {
  if (error instanceof CalendarInputError) return outOfCalendar(error);
  if (!(error instanceof EngineRefusal)) return error;
  if (error.code === 'key-reused') return new CaseRefusal('key-reused');
  return invalidOf(error, { definition, participants }, { type: 'case.opened', data: {} });
}

