import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { elkGraphOf, sizeOf } from './elk-graph.js';
import type { Diagram, DiagramNode } from './graph.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything of a drawing stands, in pixels from the top left of the whole. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly arrows: ReadonlyMap<string, Arrow>;
}

export interface Arrow {
  /** The corners of its line, from the source to the target. */
  readonly points: readonly Point[];
  readonly label: Box | null;
}

let engine: Promise<ELK> | undefined;

/** ELK is a megabyte and a half: it is read when the first diagram is asked for. The bundled build keeps no worker alive. */
function elk(): Promise<ELK> {
  engine ??= import('elkjs/lib/elk.bundled.js').then(({ default: Elk }) => new (Elk as unknown as new () => ELK)());
  return engine;
}

/** Lays a drawing out; some hundred milliseconds for a large one, so callers remember the answer. */
export async function layoutOf(diagram: Diagram): Promise<Layout> {
  const elsewhere = diagram.nodes.filter((node) => node.kind === 'final' && node.parent === null && !diagram.edges.some(({ to }) => to === node.id));
  const root = await (await elk()).layout(elkGraphOf({ ...diagram, nodes: diagram.nodes.filter((node) => !elsewhere.includes(node)) }));
  const boxes = new Map(boxesIn(root, { x: 0, y: 0 }));
  const arrows = new Map((root.edges ?? []).map((edge): [string, Arrow] => [edge.id, arrowIn(edge, boxes)]));
  return withEnds({ width: root.width ?? 0, height: root.height ?? 0, boxes, arrows }, elsewhere);
}

/** ELK counts an arrow's corners from the box that contains both of its ends. */
function arrowIn(edge: ElkExtendedEdge, boxes: ReadonlyMap<string, Box>): Arrow {
  const container = edge.container ?? 'diagram';
  const origin = container === 'diagram' ? { x: 0, y: 0 } : boxes.get(container)!;
  const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint].concat(bendPoints, endPoint));
  const [label] = edge.labels ?? [];
  return {
    points: points.map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y })),
    label: label ? { x: origin.x + (label.x ?? 0), y: origin.y + (label.y ?? 0), width: label.width ?? 0, height: label.height ?? 0 } : null,
  };
}

/** Ends to which no arrow is drawn stand side by side below everything. */
function withEnds(layout: Layout, ends: readonly DiagramNode[]): Layout {
  const width = Math.max(layout.width, 900);
  let [x, y, low] = [16, layout.height + 12, layout.height];
  const boxes = ends.map((end): [string, Box] => {
    const size = sizeOf(end);
    if (x > 16 && x + size.width > width) [x, y] = [16, low + 20];
    const box = { x, y, width: size.width, height: size.height };
    x += size.width + 24;
    low = Math.max(low, y + size.height);
    return [end.id, box];
  });
  return { ...layout, width: Math.max(layout.width, ...boxes.map(([, box]) => box.x + box.width + 16)), height: ends.length === 0 ? layout.height : low + 16, boxes: new Map([...layout.boxes, ...boxes]) };
}

function boxesIn(parent: ElkNode, origin: Point): [string, Box][] {
  return (parent.children ?? []).flatMap((child) => {
    const at = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) };
    const box: Box = { x: at.x, y: at.y, width: child.width ?? 0, height: child.height ?? 0 };
    return [[child.id, box] as [string, Box]].concat(boxesIn(child, at));
  });
}
