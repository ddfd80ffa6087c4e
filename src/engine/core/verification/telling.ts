import type { WorkflowWords } from '../../../kit/index.js';
import type { Definition } from '../definition.js';
import type { Finding } from './finding.js';
import { sentence, type Language } from './sentences.js';
import type { Move } from './situation.js';
import type { Way } from './ways.js';

/** A fault as it is told: what is wrong, and the shortest way to where it shows, in the definition's own words. */
export interface Fault {
  readonly rule: string;
  readonly message: string;
  readonly path: readonly string[];
}

export function tell({ rule, sentence: key, params, way }: Finding, definition: Pick<Definition, 'words'>, language: Language): Fault {
  const words = definition.words[language];
  const named = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, nameOf(words, language, name, String(value))]));
  return { rule, message: sentence(language, key, named), path: way === null ? [] : tellWay(words, way, language) };
}

/** A fault of the catalogue as a whole: it names nothing that has words of its own. */
export function tellAbout({ rule, sentence: key, params }: Finding, language: Language): Fault {
  return { rule, message: sentence(language, key, params), path: [] };
}

type Name = (words: WorkflowWords, key: string) => string | undefined;

const names: Readonly<Record<string, Name>> = {
  state: (words, key) => words.states[key],
  event: (words, key) => words.events[key]?.name,
  deadline: (words, key) => words.deadlines[key],
  role: (words, key) => words.roles[key],
  outcome: (words, key) => words.outcomes[key],
  step: (words, key) => words.steps[key],
  task: (words, key) => words.tasks[key],
};

/** A technical name with what people call it, so that both the author and the reader of a fault know what is meant. */
function nameOf(words: WorkflowWords, language: Language, param: string, value: string): string {
  const name = Object.hasOwn(names, param) ? names[param] : undefined;
  if (!name) return value;
  return value.split(', ').map((key) => {
    const said = name(words, key);
    return said === undefined || said === '' ? key : `${quoted(said, language)} (${key})`;
  }).join(', ');
}

function quoted(text: string, language: Language): string {
  return language === 'es' ? `«${text}»` : `“${text}”`;
}

function tellWay(words: WorkflowWords, { cast, moves }: Way, language: Language): readonly string[] {
  const participants = cast.participants.map(({ role, institution }) => `${words.roles[role] ?? role} = ${institution}`).join(', ');
  const opening = sentence(language, 'way.opening', { event: words.events['case.opened']?.name ?? 'case.opened', participants });
  return [opening, ...moves.map((move) => tellMove(words, move, language))];
}

function tellMove(words: WorkflowWords, { kind, name }: Move, language: Language): string {
  if (kind === 'event') return words.events[name]?.name ?? name;
  if (kind === 'expiry') return sentence(language, 'way.expiry', { deadline: quoted(words.deadlines[name] ?? name, language) });
  const step = name.slice(0, name.indexOf('.'));
  return sentence(language, 'way.outcome', { step: words.steps[step] ?? step, outcome: words.outcomes[name] ?? name });
}
