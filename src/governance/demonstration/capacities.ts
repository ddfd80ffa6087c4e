import type { Appointment, Delegation } from '../powers/decide.js';

/**
 * One example of each capacity beside the holder's, all in the past and in two regions only, so that no walk through
 * the demonstration country finds two powers where it expects one.
 */
export const substitutions: readonly Appointment[] = [
  {
    official: 'administrator.muni-11201', institution: 'muni-11201', office: 'mayor', capacity: 'subrogante', order: 1,
    from: '2022-02-07', to: '2022-02-25', act: 'Demo: feriado legal de la titularidad',
  },
  {
    official: 'council-secretary.muni-11201', institution: 'muni-11201', office: 'mayor', capacity: 'subrogante', order: 2,
    from: '2022-02-07', to: '2022-02-25', act: 'Demo: segundo orden de subrogación',
  },
  {
    official: 'planning.gore-11', institution: 'gore-11', office: 'investment', capacity: 'suplente', order: 0,
    from: '2022-03-01', to: '2022-05-31', act: 'Demo: resolución de suplencia 7/2022',
  },
];

export const delegations: readonly Omit<Delegation, 'id'>[] = [
  {
    institution: 'muni-15101', office: 'mayor', delegateOfficial: null, delegateOffice: 'administrator', attribution: 'fndr-transfer:account.*',
    kind: 'delegate', from: '2022-01-03', to: '2022-12-30', revokedOn: '2022-10-03',
    instrument: { kind: 'decreto', number: 'Demo 12', date: '2022-01-03' },
  },
  {
    institution: 'gore-15', office: 'governor', delegateOfficial: null, delegateOffice: 'administrator', attribution: 'fndr-transfer:agreement.resolve',
    kind: 'by-order', from: '2022-01-03', to: '2022-12-30', revokedOn: null,
    instrument: { kind: 'resolución', number: 'Demo 45', date: '2022-01-03' },
  },
];
