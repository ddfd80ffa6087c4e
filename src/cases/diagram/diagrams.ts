import { Inject, Injectable } from '@nestjs/common';
import { CaseReader, leavesOf, type Definition } from '../../engine/case-reader.js';
import { Catalogue } from '../../engine/catalogue.js';
import { wayTaken } from '../../engine/way-taken.js';
import type { Language } from '../../i18n/language.js';
import { exampleParticipants } from '../outline/example.js';
import { CaseRefusal } from '../refusal.js';
import { Visibility } from '../visibility.js';
import { casePathOf } from './case-path.js';
import { diagramOf } from './diagram-of.js';
import type { Diagram } from './graph.js';
import { layoutOf, type Layout } from './layout.js';
import { svgOf } from './svg.js';

/** What to draw: a workflow's latest version or the one asked for, alone or with the way of a case. */
export interface DiagramAsked {
  readonly name: string;
  readonly version: number | undefined;
  readonly caseId: string | undefined;
  readonly official: string;
  readonly language: Language;
}

interface Drawn {
  readonly diagram: Diagram;
  readonly layout: Layout;
}

/** Draws procedures and the ways cases take through them. */
@Injectable()
export class Diagrams {
  /** Definitions do not change while the process lives: each is laid out once per language. */
  private readonly drawn = new Map<string, Promise<Drawn>>();

  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue, @Inject(CaseReader) private readonly reader: CaseReader, @Inject(Visibility) private readonly visibility: Visibility,
  ) {}

  /** The drawing as an SVG document. @throws CaseRefusal `not-found`, `unknown-case` for a case the official may not see. */
  async svg({ name, version, caseId, official, language }: DiagramAsked): Promise<string> {
    const definition = this.catalogue.definitions.find((one) => one.name === name && one.version === (version ?? this.catalogue.inForce(name, this.visibility.today)?.version));
    if (!definition) throw new CaseRefusal('not-found');
    if (caseId === undefined) {
      const { diagram, layout } = await this.drawing(definition, language);
      return svgOf(diagram, layout, language);
    }
    await this.visibility.require(official, caseId);
    return this.ofCase(caseId, { name, version }, language);
  }

  private async ofCase(caseId: string, asked: Pick<DiagramAsked, 'name' | 'version'>, language: Language): Promise<string> {
    const read = await this.reader.read(caseId);
    if (!read || read.stored.workflow !== asked.name || (asked.version ?? read.stored.version) !== read.stored.version) throw new CaseRefusal('not-found');
    const { definition, stored: { number, state }, world, now, today } = read;
    const moves = wayTaken({ definition, lines: await this.reader.journal(caseId), world, until: { on: today, at: now } });
    const { diagram, layout } = await this.drawing(definition, language);
    return svgOf(diagram, layout, language, casePathOf(definition, language, { number, status: state.status, leaves: leavesOf(state), moves }));
  }

  private drawing(definition: Definition, language: Language): Promise<Drawn> {
    const key = `${definition.name}@${definition.version} ${language}`;
    const known = this.drawn.get(key);
    if (known) return known;
    const made = draw(definition, language, this.visibility.today);
    this.drawn.set(key, made);
    return made;
  }
}

async function draw(definition: Definition, language: Language, today: string): Promise<Drawn> {
  const diagram = diagramOf(definition, language, { participants: exampleParticipants(definition), today });
  return { diagram, layout: await layoutOf(diagram) };
}
