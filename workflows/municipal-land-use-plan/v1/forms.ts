import { z } from 'zod';
import { day, documentReference, type ExampleSetting } from '../../../src/kit/index.js';
import type { Plan } from './context.js';
import { daysFrom } from './days.js';

/** What the events' forms are made of. */
export const text = z.string().min(3).max(4000);
export const notices = z.array(z.strictObject({ publishedOn: day, medium: z.string().min(3).max(200), document: documentReference })).max(20);
export const limit = z.enum(['changes', 'unchanged']);
export const withdrawal = z.strictObject({ reason: text });

export type Setting = ExampleSetting<Plan>;
export const paper = (name: string): { sha256: string; name: string } => ({ sha256: 'a'.repeat(64), name: `${name}.pdf` });

/** Two notices two weeks and one week before a day. */
export function noticesBefore(today: string): z.infer<typeof notices> {
  return [14, 7].map((days) => ({ publishedOn: daysFrom(today, -days), medium: 'Diario de mayor circulación en la comuna', document: paper('aviso') }));
}
