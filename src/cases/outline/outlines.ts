import { Inject, Injectable } from '@nestjs/common';
import { CaseReader } from '../../engine/case-reader.js';
import { wayTaken } from '../../engine/way-taken.js';
import type { Language } from '../../i18n/language.js';
import { CaseRefusal } from '../refusal.js';
import type { OutlineItem } from './outline.js';
import { stepsInWords } from './steps-in-words.js';

/** The steps of a case's procedure, and where the case stands with each. */
export interface CaseOutline {
  readonly case: string;
  readonly number: string;
  readonly workflow: string;
  readonly version: number;
  readonly items: readonly OutlineItem[];
}

/** Tells cases step by step to officials who may see them (the caller has asked). */
@Injectable()
export class Outlines {
  constructor(@Inject(CaseReader) private readonly reader: CaseReader) {}

  /** @throws CaseRefusal `unknown-case` */
  async ofCase(caseId: string, language: Language): Promise<CaseOutline> {
    const read = await this.reader.read(caseId);
    if (!read) throw new CaseRefusal('unknown-case');
    const { definition, stored: { id, number, workflow, version, state }, world, now, today } = read;
    const moves = wayTaken({ definition, lines: await this.reader.journal(caseId), world, until: { on: today, at: now } });
    return { case: id, number, workflow, version, items: stepsInWords(definition, language, { state, moves }) };
  }
}
