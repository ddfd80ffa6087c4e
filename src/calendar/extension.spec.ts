import { extensionRefusal, extensionRefusalSentence, type ExtensionRequest, type ExtensionTerms } from './extension.js';

const asked: ExtensionRequest = {
  amount: 15, unit: 'business', alreadyExtended: 0, requestedOn: '2026-09-01', decidedOn: '2026-09-03', due: '2026-09-10', amountAsked: 7,
};

describe('An extension', () => {
  it('requested and decided before expiry, within half, is allowed; also on the last day, also ex officio', () => {
    expect(code({})).toBeNull();
    expect(code({ requestedOn: '2026-09-10', decidedOn: '2026-09-10' })).toBeNull();
    expect(code({ requestedOn: null })).toBeNull();
  });

  it('asked in time and decided late is refused', () => {
    expect(code({ decidedOn: '2026-09-11' })).toBe('extension-decided-late');
  });

  it('of an expired deadline is refused, asked for or ex officio', () => {
    expect(code({ requestedOn: '2026-09-11', decidedOn: '2026-09-11' })).toBe('extension-expired');
    expect(code({ requestedOn: null, decidedOn: '2026-09-11' })).toBe('extension-expired');
    expect(code({ requestedOn: null, decidedOn: '2026-09-11' }, { rule: 'own' })).toBe('extension-expired');
  });

  it('is at most half, all extensions together', () => {
    expect(code({ amountAsked: 8 })).toBe('extension-over-half');
    expect(code({ alreadyExtended: 4, amountAsked: 3 })).toBeNull();
    expect(extensionRefusal({ rule: 'half' }, { ...asked, alreadyExtended: 4, amountAsked: 4 })).toMatchObject({
      code: 'extension-over-half', params: { most: 7, left: 3 },
    });
  });

  it('follows the cap or the amount of the deadline’s own rule', () => {
    const exposure = { amount: 30, amountAsked: 15 };
    expect(code(exposure, { rule: 'cap', cap: 45 })).toBeNull();
    expect(code({ ...exposure, amountAsked: 16 }, { rule: 'cap', cap: 45 })).toBe('extension-over-cap');
    expect(code({ amountAsked: 15 }, { rule: 'own', own: 15 })).toBeNull();
    expect(code({ amountAsked: 16 }, { rule: 'own', own: 15 })).toBe('extension-over-own');
    expect(code({ amountAsked: 500 }, { rule: 'own' })).toBeNull();
  });

  it('is refused where the rule has none, and where nothing was read: shown as an assumption', () => {
    expect(code({}, { rule: 'none' })).toBe('extension-none');
    expect(code({}, { rule: 'unknown' })).toBe('extension-unknown');
    expect(extensionRefusalSentence({ code: 'extension-unknown', params: {} }, 'es')).toContain('supuesto');
  });

  it('is refused when its dates or its amount make no sense', () => {
    expect(code({ requestedOn: '2026-09-05' })).toBe('extension-decided-before-request');
    expect(code({ amountAsked: 0 })).toBe('extension-amount');
    expect(code({ amountAsked: 1.5 })).toBe('extension-amount');
  });

  it('refused, tells why in both languages', () => {
    const refusal = extensionRefusal({ rule: 'half' }, { ...asked, decidedOn: '2026-09-11' })!;
    expect(extensionRefusalSentence(refusal, 'es')).toBe(
      'Se pidió a tiempo, el 1 de septiembre de 2026, pero se resolvió el 11 de septiembre de 2026, vencido ya el plazo el 10 de septiembre de 2026: la petición y la decisión deben producirse antes del vencimiento (Ley 19.880, art. 26).',
    );
    expect(extensionRefusalSentence(refusal, 'en')).toContain('requested in time, on 1 September 2026, but decided on 11 September 2026');
  });
});

function code(change: Partial<ExtensionRequest>, terms: ExtensionTerms = { rule: 'half' }) {
  return extensionRefusal(terms, { ...asked, ...change })?.code ?? null;
}
