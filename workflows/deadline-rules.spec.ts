import { z } from 'zod';
import { expiryEffects } from '../src/kit/index.js';
import rules from './deadline-rules.json' with { type: 'json' };
import { unusedDeadlineRules } from './unused-deadline-rules.js';

const units = ['business', 'calendar', 'hours', 'months', 'years', 'nth-business-day-of-next-month', 'fixed-date', 'date-in-the-act'] as const;
const listed = z.strictObject({
  id: z.string(), amount: z.number().positive().optional(), unit: z.enum(units).nullable(), otherUnit: z.enum(['business', 'calendar']).optional(),
  unitAsRead: z.string().optional(), monthDay: z.string().regex(/^\d\d-\d\d$/).optional(), onExpiry: z.enum(expiryEffects),
  extension: z.enum(['half', 'cap', 'own', 'none', 'unknown']), extensionLimit: z.int().optional(), rollover: z.enum(['next-business-day', 'none']),
  lateAct: z.enum(['valid', 'void', 'unknown']), certainty: z.enum(['official', 'secondary', 'assumption']),
  assumptions: z.array(z.enum(['unit', 'rollover', 'monthEnd', 'saturday', 'lateAct', 'onExpiry', 'startsFrom', 'extension'])), otherReadings: z.array(z.string()).optional(),
  startsFrom: z.string().nullable(), source: z.string().min(3), cites: z.array(z.strictObject({ law: z.string(), article: z.string() })),
  qualifier: z.enum(['min', 'max']).optional(), validFrom: z.iso.date().optional(), validTo: z.iso.date().optional(), asOf: z.iso.date().nullable(),
});

describe('The list of deadline rules', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s says what a deadline can say', (_id, rule) => {
    expect(listed.parse(rule)).toEqual(rule);
    // An official text has a version; a unit the law leaves open has its other reading; a unit of ours, or the law's own words.
    expect({ official: rule.certainty === 'official', read: rule.asOf !== null }).not.toEqual({ official: true, read: false });
    expect(rule.unit === null).toBe('unitAsRead' in rule);
    expect('otherUnit' in rule && !(rule.assumptions as readonly string[]).includes('unit')).toBe(false);
  });

  it('names each rule once', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.length).toBe(82);
  });

  it('says in both languages why a rule is of no use', () => {
    for (const { es, en } of Object.values(unusedDeadlineRules)) expect([es, en]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  });
});
