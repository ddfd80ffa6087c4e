import { flagsInWords, isDayUncertain, isImplied } from './flags.js';

it('says what a line\'s day and step rest on, and where it stands', () => {
  const flags = ['precision:month', 'dayUncertain', 'source:https://example.cl/a', 'stepImplied', 'dayUncertain'];
  expect([isDayUncertain(flags), isImplied(flags)]).toEqual([true, true]);
  expect(flagsInWords(flags, 'es')).toEqual(['solo se conoce el mes', 'fecha incierta: a más tardar la que se indica', 'fuente: https://example.cl/a', 'paso supuesto por sus fuentes']);
  expect(flagsInWords(flags, 'en')).toEqual(['only the month is known', 'uncertain day: at the latest the one given', 'source: https://example.cl/a', 'implied by its sources']);
});

it('says nothing of an exact day, what was odd about a row in the words of imports, and what has no words as it is', () => {
  expect([isDayUncertain(['precision:day']), isImplied(['precision:day'])]).toEqual([false, false]);
  expect(flagsInWords(['precision:day', 'not-in-register', 'odd-word:X', 'constructor'], 'en')).toEqual(['The register does not show it; recorded as such', 'A word the procedure does not know (X)', 'constructor']);
});
