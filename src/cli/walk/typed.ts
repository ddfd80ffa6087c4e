import type { JsonObject } from '../../kit/index.js';
import { WalkFault } from './walk-fault.js';

/** What somebody typed, understood. */
export type Typed =
  | { readonly does: 'event'; readonly which: number | string; readonly office: string | null; readonly data: JsonObject }
  | { readonly does: 'wait'; readonly until: string }
  | { readonly does: 'explain'; readonly which: number }
  | { readonly does: 'undo' | 'help' | 'quit' | 'show' };

/** Reads one typed line; `today` is what `+10` counts from. @throws WalkFault for what cannot be understood. */
export function typed(line: string, today: string): Typed {
  const text = line.trim();
  if (text === '') return { does: 'show' };
  const word = words[text];
  if (word) return { does: word };
  const [, days] = /^\+(\d{1,5})$/.exec(text) ?? [];
  if (days !== undefined) return { does: 'wait', until: dayAfter(today, Number(days)) };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { does: 'wait', until: existing(text, today) };
  const [, asked] = /^\?\s*(\d{1,3})$/.exec(text) ?? [];
  if (asked !== undefined) return { does: 'explain', which: Number(asked) };
  return eventIn(text);
}

const words: Readonly<Record<string, 'undo' | 'help' | 'quit' | undefined>> = {
  u: 'undo', undo: 'undo', deshacer: 'undo', h: 'help', help: 'help', ayuda: 'help', q: 'quit', quit: 'quit', exit: 'quit', salir: 'quit',
};

function eventIn(text: string): Typed {
  const [, which = '', office, json] = /^(\d{1,3}|[A-Za-z][\w-]*\.[\w-]+)(?:\s+@([\w.-]+))?(?:\s+(\{.*))?$/s.exec(text) ?? [];
  if (which === '') throw new WalkFault('fault.command', { text });
  return { does: 'event', which: /^\d+$/.test(which) ? Number(which) : which, office: office ?? null, data: json === undefined ? {} : parsed(json) };
}

function parsed(json: string): JsonObject {
  try {
    return JSON.parse(json) as JsonObject;
  } catch (error) {
    throw new WalkFault('fault.json', { reason: (error as Error).message });
  }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function existing(day: string, today: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day) || day > '2199-12-31') throw new WalkFault('fault.day', { text: day });
  if (day < today) throw new WalkFault('fault.day-past', { on: today });
  return day;
}
