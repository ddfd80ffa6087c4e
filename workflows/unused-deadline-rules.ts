interface Why {
  readonly es: string;
  readonly en: string;
}

const spain: Why = { es: 'Es una regla de España: se guarda para comparar, y ningún caso de aquí la sigue.', en: 'A rule of Spain: kept for comparison; no case here follows it.' };
const internal: Why = {
  es: 'Obliga a un funcionario dentro de su servicio y no tiene efecto en el caso.', en: 'It binds an official within the service and has no effect on the case.',
};
const ofOtherRules: Why = {
  es: 'Dice cómo cambia otro plazo y no es un plazo propio: el motor la aplica a cada uno.', en: 'It says how another limit changes and is none itself: the engine applies it to each.',
};
const oversight: Why = {
  es: 'Es fiscalización de un consejo sobre su jefe, fuera de los procedimientos entre niveles que aquí se llevan.',
  en: 'A council overseeing its own head: outside the procedures between levels that are kept here.',
};
const appeals: Why = {
  es: 'Es una impugnación contra un acto ya dictado: se tramita en su propio expediente, que no es un procedimiento entre niveles.',
  en: 'A remedy against an act already issued: it has a file of its own, which is no procedure between levels.',
};

/** Rules of `deadline-rules.json` that no workflow uses, and why. The check names every rule that is neither here nor in use. */
export const unusedDeadlineRules: Readonly<Record<string, Why>> = {
  'es.reoico': spain, 'es.boe': spain, 'es.term': spain,
  'lbpa.forward': internal, 'lbpa.routine': internal,
  'lbpa.extend': ofOtherRules, 'lbpa.urgent': ofOtherRules,
  'concejo.oversight': oversight, 'concejo.information': oversight, 'core.oversight': oversight, 'core.councillor_request': oversight,
  'lbpa.appeal.file': appeals, 'lbpa.appeal.decide': appeals, 'lbpa.review.file': appeals,
  'muni.claim.file': appeals, 'muni.claim.decide': appeals, 'muni.claim.court': appeals,
};
