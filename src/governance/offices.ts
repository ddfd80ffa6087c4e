/**
 * The one table of offices: which posts each kind of institution has, and what a post may do
 * beside its own acts. Everything else asks this table.
 */
export const offices = {
  'regional-government': {
    governor: ['keeps-file', 'reads-region'],
    'core-secretary': ['keeps-file', 'reads-region'],
    administrator: ['keeps-file'],
    legal: ['keeps-file'],
    budget: ['keeps-file'],
    investment: ['keeps-file'],
    accounts: ['keeps-file'],
    planning: ['keeps-file'],
  },
  municipality: {
    mayor: ['keeps-file'],
    'council-secretary': ['keeps-file'],
    administrator: ['keeps-file'],
    legal: ['keeps-file'],
    planning: ['keeps-file'],
    'works-director': [],
    finance: [],
  },
  presidency: { president: [], legal: ['keeps-file'] },
  ministry: { minister: [], undersecretary: [], legal: ['keeps-file'], budget: ['keeps-file'] },
  undersecretariat: { undersecretary: ['reads-country'], legal: ['keeps-file'], admin: ['keeps-file', 'reads-country', 'administers'] },
  seremi: { seremi: ['keeps-file'], legal: ['keeps-file'] },
  service: { director: ['keeps-file'], legal: ['keeps-file'], finance: [] },
  'presidential-delegation': { 'presidential-delegate': ['reads-region'], legal: ['keeps-file'] },
  // Contraloría answers for the file of nobody else: it controls them (Constitution arts 98-99), so it never attests.
  comptroller: { comptroller: ['reads-country'], legal: ['reads-country'] },
  'regional-comptroller': { comptroller: ['reads-region'], legal: ['reads-region'] },
  association: { president: [], secretary: ['keeps-file'], finance: [] },
  unit: {},
} as const satisfies Record<string, Record<string, readonly Duty[]>>;

/**
 * What an office may do beside the acts a workflow gives it. `keeps-file`: attest acts of other bodies in a
 * case its institution takes part in. `reads-region`, `reads-country`: read cases it takes no part in.
 * `administers`: attest anywhere, declare holidays, enter dated values, run imports; never the power of another body.
 */
export type Duty = 'keeps-file' | 'reads-region' | 'reads-country' | 'administers';

export type InstitutionKind = keyof typeof offices;

/**
 * Offices of single institutions that read the whole country: the members of the inter-ministerial committee
 * of decentralisation and the budget office follow reforms everywhere. Our reading, not a rule of law.
 */
const countryReaders: ReadonlySet<string> = new Set([
  'minister.min-interior', 'minister.min-segpres', 'minister.min-hacienda', 'director.dipres',
]);

export function officesOf(kind: InstitutionKind): readonly string[] {
  return Object.keys(offices[kind]);
}

export function dutiesOf(kind: InstitutionKind, office: string, institution: string): readonly Duty[] {
  const own = (offices[kind] as Record<string, readonly Duty[]>)[office] ?? [];
  return countryReaders.has(`${office}.${institution}`) ? [...own, 'reads-country'] : own;
}
