/** A statechart as a drawing sees it: boxes inside boxes, and arrows with lists of labels. Every sentence is already in the reader's language. */
export interface Diagram {
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramNode {
  /** Dotted path of the state; of the mark where one begins, that path and `#initial`. */
  readonly id: string;
  /** Null at the top. */
  readonly parent: string | null;
  readonly kind: 'state' | 'compound' | 'parallel' | 'region' | 'final' | 'history' | 'initial';
  readonly title: string;
  /** What happens inside without leaving: its step, waits, and clocks and events that move nothing. */
  readonly rows: readonly DiagramRow[];
}

export interface DiagramRow {
  readonly kind: 'step' | 'act' | 'wait' | DiagramLabel['kind'];
  /** What of the definition it stands for, e.g. `deadline coreVote`: how a test, or a reader's program, finds it. */
  readonly of: string;
  readonly name: string;
  readonly note: string;
  readonly hint: string;
  /** Keys (`wayKey`) of the ways it stands for, which are no arrows. */
  readonly ways: readonly string[];
  /** Where it leads, when the drawing says so in words instead of by a long line; null: the state stays. */
  readonly to: Reference | null;
  readonly when: string;
  readonly conditions: readonly string[];
}

export interface Reference {
  readonly id: string;
  readonly title: string;
  /** On: further down; back: to what was read before; end: the case is closed. */
  readonly direction: 'on' | 'back' | 'end';
}

export interface DiagramEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly labels: readonly DiagramLabel[];
}

export interface DiagramLabel {
  /** Key of the way it stands for (`wayKey`). */
  readonly way: string;
  readonly kind: 'event' | 'deadline' | 'outcome' | 'other';
  readonly of: string;
  readonly name: string;
  /** Who does it, or how long the clock is and what silence does. */
  readonly note: string;
  /** What `note` leaves out. */
  readonly hint: string;
  /** Of several branches, when this one is taken; '' where there is one, or where no sentence tells. */
  readonly when: string;
  /** Why it may be refused, where it is taken only under conditions. */
  readonly conditions: readonly string[];
}
