import type { Definition, GuardLeaf, Way } from '../../engine/chart-reader.js';
import type { Language } from '../../i18n/language.js';

/**
 * When one of several branches of the same act is taken, in the guards' own sentences: why the contrary does not hold is
 * when this holds. Empty where there is but one branch, or where no sentence tells.
 */
export function whenTaken(definition: Definition, way: Way, language: Language, ways: readonly Way[]): string {
  if (way.branches === 1 || way.trigger.kind === 'outcome') return '';
  const others = ways.filter((one) => one !== way && one.from === way.from && JSON.stringify(one.trigger) === JSON.stringify(way.trigger));
  const own = way.guards.filter((leaf) => !others.every(({ guards }) => guards.some((one) => isSame(one, leaf))));
  const left = way.guards.length === 0 ? others.filter(({ branch, guards }) => branch < way.branch && guards.length === 1).map(({ guards }) => opposite(guards[0])) : [];
  return [...own, ...left].flatMap((leaf) => sentenceOf(definition, leaf, language)).join(' ');
}

/** What is said when the contrary is asked: that it does not hold, because this does. */
function sentenceOf(definition: Definition, { name, negated, params }: GuardLeaf, language: Language): readonly string[] {
  const { guards } = definition.words[language];
  const key = negated === 'yes' ? name : `not-${name}`;
  return params === undefined && Object.hasOwn(guards, key) ? [guards[key]] : [];
}

function opposite({ name, params, negated }: GuardLeaf): GuardLeaf {
  return { name, params, negated: negated === 'yes' ? 'no' : 'yes' };
}

function isSame(one: GuardLeaf, other: GuardLeaf): boolean {
  return one.name === other.name && one.negated === other.negated && JSON.stringify(one.params) === JSON.stringify(other.params);
}
