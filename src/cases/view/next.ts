import { Inject, Injectable } from '@nestjs/common';
import { CaseReader, entitled, type CaseRead, type Possible } from '../../engine/case-reader.js';
import { schemaOf } from '../../engine/event-data.js';
import { Powers } from '../../governance/powers/powers.js';
import type { OfficeHeld } from '../../governance/refusal.js';
import type { Language } from '../../i18n/language.js';
import type { JsonObject } from '../../kit/index.js';
import { officesIn, whyOf, type OfficeOf, type Why } from '../refusal.js';
import { jsonSchemaOf } from './json-schema.js';

/** Something that could happen to the case now: by whom, with what, or why not. */
export interface NextView {
  readonly event: string;
  readonly title: string;
  readonly help: string;
  /** Those that hold the power today. */
  readonly offices: readonly OfficeOf[];
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example: JsonObject;
  /** The states this example leads to; empty when it is not allowed. */
  readonly leadsTo: readonly { readonly state: string; readonly title: string }[];
  /** Whether the state and its guards take it from one of `offices`. */
  readonly allowed: boolean;
  /** Whether the reader may send it. */
  readonly mine: boolean;
  readonly why: readonly Why[];
  /** The kind of legal act that usually stands behind it. */
  readonly instrument: string | null;
}

/** For whom it is told, and what of the case and the day every entry is told with. */
interface Reader {
  readonly official: string;
  readonly language: Language;
  /** Those who have the next move. */
  readonly movers: readonly OfficeOf[];
  readonly isHeld: (office: OfficeOf) => boolean;
}

/** Says of everything that may happen who can do it today. */
@Injectable()
export class NextActs {
  constructor(@Inject(CaseReader) private readonly reader: CaseReader, @Inject(Powers) private readonly powers: Powers) {}

  async of(read: CaseRead, official: string, language: Language, movers: readonly OfficeOf[]): Promise<readonly NextView[]> {
    const possible = await this.reader.next(read);
    const isHeld = await this.powers.exercised(read.today);
    return Promise.all(possible.map((one) => this.one(read, one, { official, language, movers, isHeld })));
  }

  private async one(read: CaseRead, possible: Possible, reader: Reader): Promise<NextView> {
    const { definition, stored: { state: { participants } } } = read;
    const { event, by, example } = possible;
    const { language, official, movers, isHeld } = reader;
    const held = await this.holders(read, possible);
    const told = { definition, participants, isHeld };
    const why = whyOf(possible.why, told, language, movers);
    const nobody: readonly Why[] = held.length > 0 ? [] : whyOf([{ code: 'nobody-empowered', unblockedBy: by }], told, language);
    const words = definition.words[language].events[event];
    const schema = schemaOf(definition, event);
    return {
      event, title: words?.name ?? event, help: words?.help ?? '', offices: held.map(({ office, institution }) => ({ office, institution })),
      schema: schema ? jsonSchemaOf(schema) : {}, example,
      leadsTo: possible.leadsTo.map((state) => ({ state, title: definition.words[language].states[state] ?? state })), allowed: why.length + nobody.length === 0,
      mine: held.some(({ officials }) => officials.includes(official)), why: [...why, ...nobody],
      instrument: definition.events[event]?.instrument ?? null,
    };
  }

  private async holders({ definition, stored: { state }, today }: CaseRead, { event, by, ...of }: Possible): Promise<readonly OfficeHeld[]> {
    const act = { workflow: definition.name, event };
    const participants = entitled(state, { by, ...of });
    const bodies = [...new Set(officesIn(by, participants).map(({ institution }) => institution))];
    const held = await Promise.all(bodies.map((institution) => {
      const offices = officesIn(by, participants.filter((one) => one.institution === institution)).map(({ office }) => office);
      return this.powers.officesHolding(institution, [...new Set(offices)], today, act);
    }));
    return held.flat();
  }
}
