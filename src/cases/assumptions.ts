import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '../engine/catalogue.js';
import type { Definition } from '../engine/case-reader.js';
import { DatedValues, settledUnit } from '../governance/dated-values.js';
import type { DatedValueRow } from '../governance/dated-value.js';
import type { Language } from '../i18n/language.js';
import type { DeadlineRule } from '../kit/index.js';
import { invalid } from './refusal.js';

/** A rule of which the law leaves the unit open: how it is counted, and by whose decision. */
export interface UnitAssumption {
  readonly rule: string;
  readonly basis: string;
  readonly amount: number | null;
  /** How it is counted while nobody has settled it. */
  readonly assumed: string;
  readonly otherUnit: string;
  readonly deadlines: readonly { readonly workflow: string; readonly version: number; readonly name: string; readonly title: string }[];
  readonly settled: readonly { readonly from: string; readonly unit: string; readonly basis: string }[];
}

/** What an administrator decides of a rule, for deadlines that start from a day on. */
export interface Settling {
  readonly rule: string;
  readonly unit: 'business' | 'calendar';
  readonly from: string;
  readonly basis: string;
}

/** The assumptions one may settle: rules whose law says only "días". What runs already keeps its date. */
@Injectable()
export class Assumptions {
  constructor(@Inject(Catalogue) private readonly catalogue: Catalogue, @Inject(DatedValues) private readonly values: DatedValues) {}

  async all(language: Language): Promise<readonly UnitAssumption[]> {
    const settled = await this.values.entered(settledUnit);
    const open = this.openRules();
    return [...new Set(open.map(({ rule }) => rule.rule))].toSorted().map((id) => assumptionOf(open.filter(({ rule }) => rule.rule === id), settled, language));
  }

  /** Settles a rule's unit. The caller has asked whether the official administers. @throws CaseRefusal `invalid`, GovernanceRefusal `dated-value-refused` */
  async settle({ rule, unit, from, basis }: Settling, official: string): Promise<void> {
    const known = this.openRules().map((one) => one.rule.rule);
    if (!known.includes(rule)) throw invalid({ path: 'rule', word: 'fault.rule-settled-by-law', params: { rule, known: [...new Set(known)].toSorted().join(', ') } });
    const row: DatedValueRow = { name: `${settledUnit}${rule}`, scope: null, from, to: null, value: 1, unit, basis, certainty: 'assumption' };
    await this.values.enter(row, official);
  }

  private openRules(): readonly OpenRule[] {
    return this.catalogue.definitions.flatMap((definition) => Object.entries(definition.deadlines)
      .filter(([, rule]) => rule.assumptions.includes('unit') && rule.otherUnit !== undefined)
      .map(([name, rule]) => ({ definition, name, rule })));
  }
}

interface OpenRule {
  readonly definition: Definition;
  readonly name: string;
  readonly rule: DeadlineRule;
}

function assumptionOf(uses: readonly OpenRule[], settled: readonly DatedValueRow[], language: Language): UnitAssumption {
  const [{ rule }] = uses;
  return {
    rule: rule.rule, basis: rule.basis, amount: rule.amount ?? null, assumed: rule.unit, otherUnit: rule.otherUnit ?? '',
    deadlines: uses.map(({ definition, name }) => ({ workflow: definition.name, version: definition.version, name, title: definition.words[language].deadlines[name] ?? name })),
    settled: settled.filter(({ name }) => name === `${settledUnit}${rule.rule}`).map(({ from, unit, basis }) => ({ from, unit, basis })),
  };
}
