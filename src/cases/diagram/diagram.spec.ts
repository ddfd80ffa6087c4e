import { catalogue } from '../../../workflows/catalogue.js';
import { pastOf } from '../../../test/engine/core/story-past.js';
import { Story } from '../../../test/engine/core/story.js';
import { chartStates, chartWays } from '../../engine/chart-reader.js';
import { wayTaken } from '../../engine/way-taken.js';
import { exampleParticipants } from '../outline/example.js';
import { labelPlaces } from './arrows.js';
import { casePathOf } from './case-path.js';
import { diagramOf } from './diagram-of.js';
import { sizeOf } from './elk-graph.js';
import type { DiagramNode } from './graph.js';
import { wayKey } from './label-of.js';
import { layoutOf, type Box, type Point } from './layout.js';
import { svgOf } from './svg.js';

const today = '2026-03-02';
const languages = ['es', 'en'] as const;
const drawings = await Promise.all(catalogue.flatMap((definition) => languages.map(async (language) => {
  const diagram = diagramOf(definition, language, { participants: exampleParticipants(definition), today });
  const layout = await layoutOf(diagram);
  return { definition, language, diagram, layout, svg: svgOf(diagram, layout, language), name: `${definition.name}@${definition.version} ${language}` };
})));
const named = drawings.map((drawing) => [drawing.name, drawing] as const);

const meet = (one: Box, other: Box, slack = 0.5): boolean =>
  one.x + slack < other.x + other.width && other.x + slack < one.x + one.width && one.y + slack < other.y + other.height && other.y + slack < one.y + one.height;
const segments = (points: readonly Point[]): readonly Box[] => points.slice(1).map((to, index) => {
  const from = points[index];
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
});

/** Tags that do not close what they opened, or entities nobody knows. */
function malformed(xml: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, close, tag, attributes = '', self] of xml.matchAll(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g)) {
    if (close && open.pop() !== tag) faults.push(`</${tag}>`);
    else if (!close && !self) open.push(tag);
    if (/&(?!amp;|lt;|gt;|quot;)/.test(attributes)) faults.push(attributes);
  }
  const text = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '').replaceAll(/<\/?[a-z]+(?: [\w:-]+="[^"<]*")*\/?>/g, '');
  return [...faults, ...open, ...(text.match(/[<>]|&(?!amp;|lt;|gt;|quot;)/g) ?? [])];
}

describe.each(named)('The drawing of %s', (_, { definition, language, diagram, layout, svg }) => {
  const words = definition.words[language];

  it('shows every state, every way between states and every deadline, in words', () => {
    expect(diagram.nodes.filter(({ kind }) => kind !== 'initial').map(({ id }) => id).toSorted()).toEqual(chartStates(definition).map(({ path }) => path).filter((path) => path !== '').toSorted());
    const [labels, rows] = [diagram.edges.flatMap((edge) => edge.labels), diagram.nodes.flatMap((node) => node.rows)];
    const ways = [...labels.map(({ way }) => way), ...rows.flatMap((row) => row.ways)];
    const shown = [...labels, ...rows];
    for (const way of chartWays(definition)) expect(ways.filter((one) => one === wayKey(way))).toEqual([wayKey(way)]);
    const of = shown.flatMap((one) => one.of.split(', '));
    for (const name of Object.keys(definition.deadlines)) expect(of).toContain(`deadline ${name}`);
    for (const type of Object.keys(definition.events)) expect(of).toContain(`event ${type}`);
    for (const [step, { logic }] of Object.entries(definition.steps)) for (const act of Object.keys(logic.acts)) expect(of).toContain(`event ${step}.${act}`);
    for (const { of: key } of shown) expect(svg).toContain(`data-of="${key}"`);
    for (const path of Object.keys(words.states)) expect(svg).toContain(`data-state="${path}"`);
  });

  it('says where each way leads that is no arrow', () => {
    const rows = diagram.nodes.flatMap((node) => node.rows);
    const leading = chartWays(definition).filter((way) => way.to !== null && rows.some(({ ways }) => ways.includes(wayKey(way))));
    for (const way of leading) expect(rows.find(({ ways }) => ways.includes(wayKey(way)))?.to).toMatchObject({ id: way.to, title: words.states[way.to!] ?? words.outcomes[way.to!] });
  });

  it('gives every box room for its own text', () => {
    const tight = diagram.nodes.filter((node) => node.kind !== 'initial' && node.kind !== 'history').filter((node) => {
      const [box, needs] = [layout.boxes.get(node.id)!, sizeOf(node)];
      return box.width < needs.width || box.height < needs.height;
    });
    expect(tight).toEqual([]);
  });

  it('lets no two boxes overlap that are not one inside the other, and nothing reach out of the sheet', () => {
    const inside = (node: DiagramNode, outer: DiagramNode): boolean => node.parent !== null && (node.parent === outer.id || inside(diagram.nodes.find(({ id }) => id === node.parent)!, outer));
    const faults = diagram.nodes.flatMap((one, index) => diagram.nodes.slice(index + 1).filter((other) => !inside(one, other) && !inside(other, one) && meet(layout.boxes.get(one.id)!, layout.boxes.get(other.id)!)).map((other) => [one.id, other.id]));
    expect(faults).toEqual([]);
    for (const { x, y, width, height } of layout.boxes.values()) expect([x >= 0, y >= 0, x + width <= layout.width, y + height <= layout.height]).toEqual([true, true, true, true]);
  });

  it('keeps labels off boxes, off each other and off other arrows, and arrows off boxes they do not touch', () => {
    const plain = diagram.nodes.filter((node) => !diagram.nodes.some(({ parent }) => parent === node.id));
    const labels = diagram.edges.flatMap((edge) => {
      const { label } = layout.arrows.get(edge.id)!;
      return label ? labelPlaces(edge, label).map((place) => ({ edge, place })) : [];
    });
    const faults = [
      ...labels.flatMap(({ edge, place }) => plain.filter(({ id }) => meet(place, layout.boxes.get(id)!)).map(({ id }) => `label of ${edge.id} on ${id}`)),
      ...labels.flatMap(({ edge, place }) => labels.filter((other) => other.edge !== edge && meet(place, other.place)).map((other) => `label of ${edge.id} on that of ${other.edge.id}`)),
      ...diagram.edges.flatMap((edge) => segments(layout.arrows.get(edge.id)!.points).flatMap((line) =>
        labels.filter((label) => label.edge !== edge && meet(line, label.place)).map((label) => `arrow ${edge.id} on label of ${label.edge.id}`)
          .concat(plain.filter(({ id }) => id !== edge.from && id !== edge.to && meet(line, layout.boxes.get(id)!, 1)).map(({ id }) => `arrow ${edge.id} on ${id}`)))),
    ];
    expect(faults).toEqual([]);
  });

  it('is well-formed, stands alone, and tells its title and its content to those who do not see it', () => {
    expect(malformed(svg)).toEqual([]);
    expect(svg).not.toMatch(/<script|<style|<image|href=|url\(|undefined|NaN|\[object/);
    expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="diagram-title diagram-desc"/);
    expect(svg).toContain(`<title id="diagram-title">`);
    expect(Math.min(...[...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size)))).toBeGreaterThanOrEqual(11);
  });
});

describe('The drawing of a case', () => {
  const { definition, diagram, layout } = drawings.find((one) => one.definition.name === 'fndr-transfer' && one.language === 'en')!;
  const story = new Story({ definition, participants: exampleParticipants(definition), data: definition.opening.example.data, on: today });
  story.does('proposal.present').on('2026-05-10').does('allocation.resolve').on('2026-05-20').does('draft.finish').does('draft.reopen');
  const moves = wayTaken(pastOf(story, '2026-05-20'));
  const path = casePathOf(definition, 'en', { number: 'FT-1', status: 'open', leaves: story.where, moves });
  const svg = svgOf(diagram, layout, 'en', path);

  it('numbers its moves, silence among them', () => {
    expect(moves.map(({ number, event, ways: [way] }) => [number, event, way?.to ?? null])).toEqual([
      [1, 'case.opened', null], [2, 'proposal.present', 'approval.coreVote'], [3, 'deadline.expired', 'approval.allocation'],
      [4, 'allocation.resolve', 'approval.drafting'], [5, 'draft.finish', 'approval.councilVote'], [6, 'draft.reopen', 'approval.drafting'],
    ]);
    expect(path.visited.get('approval.councilVote')).toEqual([5]);
    expect(path.ways.get('approval.councilVote event draft.reopen#1')).toEqual([6]);
  });

  it('marks where it is and the way it came by border, line and word', () => {
    expect(malformed(svg)).toEqual([]);
    expect(svg.match(/>IT IS HERE</g)).toHaveLength(1);
    expect(svg).toContain('<title id="diagram-title">FNDR transfer or mandate agreement: the way of case FT-1</title>');
    for (const mark of ['move 2', 'move 3', 'move 6', 'was here (5)']) expect(svg).toContain(`>${mark}<`);
    expect(svg.match(/stroke-width="4"/g)).toHaveLength(diagram.edges.filter(({ id }) => path.arrows.has(id)).length);
  });

  it('marks uncertain days and implied steps, and explains the marks only where they stand', () => {
    const flags: Readonly<Record<number, readonly string[]>> = { 2: ['precision:month', 'dayUncertain'], 5: ['stepImplied'] };
    const told = moves.map((move) => Object.assign({ ...move }, { flags: flags[move.number] ?? [] }));
    const doubtful = svgOf(diagram, layout, 'en', casePathOf(definition, 'en', { number: 'FT-1', status: 'open', leaves: story.where, moves: told }));
    expect(malformed(doubtful)).toEqual([]);
    for (const mark of ['move 2 ≤ 2026-03-02', 'move 3', 'was here (5*)', 'Uncertain day: at the latest that one', 'Implied by its sources']) expect(doubtful).toContain(`>${mark}<`);
    expect(doubtful).toContain('Uncertain days, at the latest: move 2 (≤ 2026-03-02). Implied by its sources: move 5.');
    expect(svg).not.toMatch(/≤|Implied by/);
  });
});
