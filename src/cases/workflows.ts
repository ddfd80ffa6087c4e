import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '../engine/catalogue.js';
import type { Definition } from '../engine/case-reader.js';
import { actsOf, outcomesOf, statesOf } from '../engine/definition-reader.js';
import { Verifier } from '../engine/verifier.js';
import { Powers } from '../governance/powers/powers.js';
import type { Language } from '../i18n/language.js';
import type { OpeningExample, Participant } from '../kit/index.js';
import { Casting } from './casting.js';
import { stepsInWords } from './outline/steps-in-words.js';
import { cautionsOf } from './cautions.js';
import { CaseRefusal, officesIn, type OfficeOf } from './refusal.js';
import { jsonSchemaOf } from './view/json-schema.js';
import { Visibility } from './visibility.js';
import { say, sayWhy } from './words.js';

/** The procedures that can run, told in the reader's language. Public among officials: a procedure is law, not a case. */
@Injectable()
export class Workflows {
  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue, @Inject(Casting) private readonly casting: Casting,
    @Inject(Powers) private readonly powers: Powers, @Inject(Visibility) private readonly visibility: Visibility, @Inject(Verifier) private readonly verifier: Verifier,
  ) {}

  list(language: Language) {
    return this.catalogue.all(this.visibility.today).map((definition) => headOf(definition, language));
  }

  /** The version of a workflow that is in force today, or the one asked for. @throws CaseRefusal `not-found` */
  async one(name: string, version: number | undefined, language: Language) {
    const definition = this.catalogue.definitions.find((one) => one.name === name && one.version === (version ?? this.catalogue.inForce(name, this.visibility.today)?.version));
    if (!definition) throw new CaseRefusal('not-found');
    const { opening } = definition;
    const examples = await Promise.all([opening.example, ...(opening.examples ?? [])].map((example) => this.castOf(definition, example)));
    const [{ participants, offices }] = examples;
    return {
      ...headOf(definition, language), hash: definition.hash, abbreviation: definition.abbreviation,
      cautions: cautionsOf(definition, language), versions: this.versionsOf(name),
      roles: rolesOf(definition, language), states: statesIn(definition, language), events: eventsOf(definition, participants, { language, today: this.visibility.today }),
      deadlines: deadlinesOf(definition, language), steps: stepsOf(definition, language), outcomes: outcomesIn(definition, language),
      outline: stepsInWords(definition, language), variants: definition.variants ?? [],
      open: { offices, schema: jsonSchemaOf(opening.schema), example: opening.example, examples: examples.map(({ example, offices: of }) => ({ offices: of, example })) },
      verification: await this.verifier.of(definition, language),
    };
  }

  private versionsOf(name: string) {
    return this.catalogue.definitions.filter((one) => one.name === name).toSorted((one, other) => one.version - other.version)
      .map(({ version, hash, released = null, effective = null, serves, migrations = [] }) => ({
        version, hash, released, effective, serves: serves ? { from: serves.from, until: serves.until } : null, migratesFrom: migrations.map(({ from, article }) => ({ version: from, article })),
      }));
  }

  /** Who takes part in an example, and who holds, today, the power to open it. */
  private async castOf(definition: Definition, example: OpeningExample): Promise<{ readonly example: OpeningExample; readonly participants: readonly Participant[]; readonly offices: readonly OfficeOf[] }> {
    const { candidates } = await this.casting.cast(definition, example);
    const participants = candidates.map(({ role, institution, party }) => ({ role, institution: institution.code, party }));
    const act = { workflow: definition.name, event: 'case.opened' };
    const held = await Promise.all(officesIn(definition.opening.by, participants).map(({ office, institution }) => this.powers.officesHolding(institution, [office], this.visibility.today, act)));
    return { example, participants, offices: held.flat().map(({ office, institution }) => ({ office, institution })) };
  }
}

function headOf(definition: Definition, language: Language) {
  const { name, version, status, roles, basis, words } = definition;
  const { title, summary } = words[language];
  return { name, version, title, summary, status, levels: [...new Set(Object.values(roles).flatMap(({ levels }) => levels))], basis };
}

function rolesOf(definition: Definition, language: Language) {
  return Object.entries(definition.roles).map(([role, { levels, party, optional, byLaw }]) =>
    ({ role, title: definition.words[language].roles[role] ?? role, levels, party, optional: optional ?? false, byLaw: byLaw !== undefined }));
}

function statesIn(definition: Definition, language: Language) {
  const words = definition.words[language];
  return statesOf(definition).map(({ path, kind, events, deadlines, steps, tasks, waits }) => ({
    state: path, title: words.states[path] ?? path, kind, events, deadlines, steps, tasks,
    waits: waits.map(({ reason, basis, role }) => ({ reason: sayWhy({ code: reason }, definition, language), basis, role })),
  }));
}

function eventsOf(definition: Definition, participants: readonly Participant[], { language, today }: { readonly language: Language; readonly today: string }) {
  const words = definition.words[language].events;
  const ofMachine = Object.entries(definition.events).map(([type, { by, schema }]) => ({ type, by, schema }));
  return [...ofMachine, ...actsOf(definition, participants, today)].map(({ type, by, schema }) => ({
    event: type, title: words[type]?.name ?? type, help: words[type]?.help ?? '', fields: words[type]?.fields ?? {},
    offices: Object.entries(by).map(([role, offices]) => ({ role, offices })), schema: jsonSchemaOf(schema), instrument: definition.events[type]?.instrument ?? null,
  }));
}

function deadlinesOf(definition: Definition, language: Language) {
  const words = definition.words[language].deadlines;
  return Object.entries(definition.deadlines).map(([name, rule]) => {
    const { amount = null, unit, startsFrom, onExpiry, actor, metBy, extension, rollover, lateAct, certainty, assumptions, basis, asOf, untilField } = rule;
    const note = untilField ? say(language, 'explanation.in-the-act') : null;
    return { name, title: words[name] ?? name, rule: rule.rule, amount, unit, startsFrom, onExpiry, actor, metBy, extension, rollover, lateAct, certainty, assumptions, basis, asOf, note };
  });
}

function stepsOf(definition: Definition, language: Language) {
  return Object.entries(definition.steps).map(([id, { logic }]) =>
    ({ id, title: definition.words[language].steps[id] ?? id, kind: logic.kind, acts: Object.keys(logic.acts).map((act) => `${id}.${act}`), outcomes: logic.outcomes }));
}

function outcomesIn(definition: Definition, language: Language) {
  return outcomesOf(definition).map((outcome) => ({ outcome, title: definition.words[language].outcomes[outcome] ?? outcome }));
}
