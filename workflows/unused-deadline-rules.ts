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
const otherPlans: Why = {
  es: 'Es de los planes reguladores intercomunales y metropolitanos, que aún no tienen procedimiento aquí: sólo el comunal.',
  en: 'Of inter-communal and metropolitan land-use plans, which have no procedure here yet: only the communal one has.',
};
const publicInformation: Why = {
  es: 'Es un trámite que el órgano puede abrir en cualquier procedimiento; cada plan de aquí tiene su propia exposición, con su propio plazo.',
  en: 'A step that a body may open in any procedure; each plan here has an exposure of its own, with its own limit.',
};
const unread: Why = {
  es: 'La Ley 21.807 no se ha leído: mientras no se lea, ningún procedimiento se ajusta a ella; los planes en curso lo advierten.',
  en: 'Ley 21.807 has not been read: until it is, no procedure follows it; plans under way say so.',
};
const investments: Why = {
  es: 'La vigencia de la recomendación la lleva el Sistema Nacional de Inversiones: aquí se registra su resultado, no su caducidad.',
  en: 'How long a recommendation lasts is kept by the national investment system: its result is recorded here, not its lapse.',
};
const regionalPlan: Why = {
  es: 'Es del plan regional de ordenamiento territorial, que aún no tiene procedimiento aquí.', en: 'Of the regional land-use plan, which has no procedure here yet.',
};

/** Rules of `deadline-rules.json` that no workflow uses, and why. The check names every rule that is neither here nor in use. */
export const unusedDeadlineRules: Readonly<Record<string, Why>> = {
  'es.reoico': spain, 'es.boe': spain, 'es.term': spain,
  'lbpa.forward': internal, 'lbpa.routine': internal,
  'lbpa.extend': ofOtherRules, 'lbpa.urgent': ofOtherRules,
  'concejo.oversight': oversight, 'concejo.information': oversight, 'core.oversight': oversight, 'core.councillor_request': oversight,
  'lbpa.appeal.decide': appeals, 'lbpa.review.file': appeals,
  'muni.claim.file': appeals, 'muni.claim.decide': appeals, 'muni.claim.court': appeals,
  'lbpa.public_information': publicInformation, 'pri.municipal_opinion': otherPlans, 'pri.sii': otherPlans, 'ley21807.prc': unread,
  'sni.rs_valid': investments, 'prot.consult': regionalPlan,
};
