import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

/**
 * Why kit or kernel refuse: the reasons every workflow shares. What a workflow refuses of its own (guards, states) has
 * its words there.
 */
export type SharedReason = keyof typeof es;

export const sharedReasons: Readonly<Record<'es' | 'en', Readonly<Record<SharedReason, string>>>> = { es, en };
