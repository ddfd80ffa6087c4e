import type { Definition, Way } from '../../engine/chart-reader.js';
import type { Language } from '../../i18n/language.js';
import type { Offices } from '../../kit/index.js';
import { sayWhy } from '../words.js';
import { whenTaken } from '../outline/when-taken.js';
import { clockInWords } from '../outline/clock-in-words.js';
import { officesInWords, rolesInWords } from '../outline/offices-in-words.js';
import { say as tell } from '../outline/words.js';
import type { DiagramLabel } from './graph.js';
import { say } from './words.js';

/** A way out of a state as the words on its arrow. */
export function labelOf(definition: Definition, way: Way, language: Language, ways: readonly Way[]): DiagramLabel {
  const conditions = way.guards.filter(({ name }) => name !== 'outcome').map(({ name, negated }) => {
    const why = sayWhy({ code: negated === 'yes' ? `not-${name}` : name }, definition, language);
    return say(language, 'condition', { why });
  });
  const { name, note, hint, kind } = named(definition, way, language);
  const when = whenTaken(definition, way, language, ways);
  const branch = way.branches > 1 && kind !== 'outcome' && when === '' ? ` (${say(language, 'branch', { branch: way.branch, branches: way.branches })})` : '';
  return { way: wayKey(way), kind, of: ofWay(way), name: `${name}${branch}`, note, hint, when: when === '' ? '' : say(language, 'when', { when }), conditions };
}

function named(definition: Definition, { trigger }: Way, language: Language): Pick<DiagramLabel, 'kind' | 'name' | 'note' | 'hint'> {
  const words = definition.words[language];
  if (trigger.kind === 'event') {
    return { kind: 'event', name: words.events[trigger.event]?.name ?? trigger.event, ...whoOf(definition, definition.events[trigger.event]?.by ?? {}, language) };
  }
  if (trigger.kind === 'deadline') {
    return { kind: 'deadline', name: words.deadlines[trigger.deadline] ?? trigger.deadline, note: clockInWords(definition.deadlines[trigger.deadline], language).sentence, hint: definition.deadlines[trigger.deadline].basis };
  }
  if (trigger.kind === 'outcome') {
    const outcomes = trigger.outcomes.map((outcome) => words.outcomes[`${trigger.step}.${outcome}`] ?? outcome);
    return { kind: 'outcome', name: outcomes.join(' / '), note: words.steps[trigger.step] ?? trigger.step, hint: '' };
  }
  return { kind: 'other', name: tell(language, `trigger.${trigger.kind}`), note: '', hint: '' };
}

/** Who acts: by office where that is short, else by role, with the offices where one points at it. */
export function whoOf(definition: Definition, by: Offices, language: Language): { readonly note: string; readonly hint: string } {
  const whole = officesInWords(definition, by, language);
  return whole.length <= 110 ? { note: whole, hint: '' } : { note: rolesInWords(definition, by, language), hint: whole };
}

/** What of the definition a way stands for. */
export function ofWay({ trigger }: Way): string {
  if (trigger.kind === 'event') return `event ${trigger.event}`;
  if (trigger.kind === 'deadline') return `deadline ${trigger.deadline}`;
  return trigger.kind === 'outcome' ? `outcome ${trigger.outcomes.map((outcome) => `${trigger.step}.${outcome}`).join(' ')}` : trigger.kind;
}

/** Tells a way from all others of its chart. */
export function wayKey(way: Way): string {
  return `${way.from} ${ofWay(way)}#${way.branch}`;
}
