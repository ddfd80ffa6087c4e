import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Diagram, DiagramEdge, DiagramNode } from './graph.js';
import { blocksOfEdge, blocksOfNode, gaps, stacked } from './measures.js';

/** Room between the border of a box and its text. */
export const inset = { x: 12, y: 9 } as const;
/** Room between the border of an arrow's label and its text. */
export const labelInset = { x: 7, y: 4 } as const;

/** The drawing as ELK takes it: every box and label with the size of its text. Layered, from the top down, in written order. */
export function elkGraphOf({ nodes, edges }: Diagram): ElkNode {
  const children = (parent: string | null): ElkNode[] => nodes.filter((node) => node.parent === parent).map((node) => boxOf(node, children(node.id)));
  return { id: 'diagram', layoutOptions: { ...whole, ...inner }, children: children(null), edges: edges.map(arrowOf) };
}

const inner: LayoutOptions = {
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelLabel': '6',
  'elk.spacing.labelNode': '8',
};

const whole: LayoutOptions = { 'elk.algorithm': 'layered', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.padding': '[top=16,left=16,bottom=16,right=16]' };

function boxOf(node: DiagramNode, children: ElkNode[]): ElkNode {
  if (node.kind === 'initial') return { id: node.id, width: 14, height: 14 };
  if (node.kind === 'history') return { id: node.id, width: 24, height: 24 };
  const { width, height } = sizeOf(node);
  if (children.length === 0) return { id: node.id, width, height };
  return {
    id: node.id, children,
    layoutOptions: {
      ...inner, 'elk.padding': `[top=${height + 8},left=18,bottom=18,right=18]`,
      // In a chart laid out downwards ELK takes the minimum of a box with boxes inside as (height, width).
      'elk.nodeSize.constraints': 'MINIMUM_SIZE', 'elk.nodeSize.minimum': `(1,${width})`,
    },
  };
}

/** Room a box needs for its own text. */
export function sizeOf(node: DiagramNode): { readonly width: number; readonly height: number } {
  const text = stacked(blocksOfNode(node), gaps.row);
  return { width: text.width + 2 * inset.x, height: text.height + 2 * inset.y + markHeight(node) };
}

/** A small line above the title says what colour alone would not: an end, parts that run at the same time. */
export function markHeight({ kind }: DiagramNode): number {
  return kind === 'final' || kind === 'parallel' ? 14 : 0;
}

function arrowOf(edge: DiagramEdge): ElkExtendedEdge {
  const blocks = blocksOfEdge(edge);
  const { width, height } = stacked(blocks, gaps.label);
  const label = { id: `${edge.id}-label`, text: edge.labels.map(({ name }) => name).join('; '), width: width + 2 * labelInset.x, height: height + 2 * labelInset.y };
  return { id: edge.id, sources: [edge.from], targets: [edge.to], ...(blocks.length > 0 && { labels: [{ ...label, layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' } }] }) };
}
