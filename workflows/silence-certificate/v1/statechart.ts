import { and, dispatch, not, noteExpiry, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { openingContext, type Request } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { applicants, heads } from './offices.js';
import { byAuthority, underProcedure } from './procedure-states.js';

const wait = (reason: string, basis: string): { readonly reason: string; readonly basis: string; readonly role: string } => ({ reason, basis, role: 'authority' });
const onRequest = wait('certificate-on-request', 'Ley 19.880 arts. 64 y 65: el certificado se pide; sin plazo para pedirlo');
const certified = wait('certificate-without-more', 'Ley 19.880 arts. 64 y 65: sin más trámite; sin plazo en días');

/**
 * A request that the Administration does not answer (Ley 19.880 arts 64-66). Positive silence: the limit passes, the party
 * complains, five days more, and it is accepted. Negative: the limit passes and it is rejected. Either has its effects from
 * the date of a certificate, which the party asks for.
 */
const chart: StateConfig = {
  initial: 'received',
  states: {
    received: {
      on: {
        'request.classify': [
          { guard: and('isSpecial', 'namesLastDay', 'asksForNegative', 'withinTheCase'), target: '#specialNegative', actions: 'keepClass' },
          { guard: and('isSpecial', 'namesLastDay', not('asksForNegative'), 'withinTheCase'), target: '#special', actions: 'keepClass' },
          { guard: and(not('isSpecial'), 'withinTheCase'), target: '#ordinary', actions: 'keepClass' },
        ],
      },
      meta: { tasks: [byAuthority('classify', 'request.classify')], waits: [wait('classify-first', 'Ley 19.880 arts. 64 y 65: lo que el silencio significa depende de la solicitud')] },
    },

    procedure: underProcedure(),

    // Never automatic: without a complaint nothing happens (art. 64). A late decision is still one.
    overdue: {
      id: 'overdue',
      on: {
        'delay.complain': { guard: and('withinTheCase', 'afterTheLimit'), target: 'complained', actions: dispatch('complaintReceived', { authority: heads }) },
        'decision.issue': 'decided', 'request.withdraw': 'withdrawn', 'file.close': 'uncertified',
      },
      meta: { tasks: [byAuthority('decide', 'decision.issue')], waits: [wait('no-complaint-no-effect', 'Ley 19.880 art. 64: sin denuncia nada ocurre; sin plazo para denunciar')] },
    },
    // Receipt with its date, a copy to the superior within 24 hours, and five business days to decide.
    complained: {
      after: { complaintCopy: { actions: noteExpiry }, positiveSilence: { target: 'deemedAccepted', actions: ['keepLimitEnd', dispatch('deemedAccepted', { authority: heads, applicant: applicants })] } },
      on: { 'complaint.copy': { actions: dispatch('complaintCopied', { superior: heads }) }, 'copy.acknowledge': { actions: 'keepNotice' }, 'decision.issue': 'decided', 'request.withdraw': 'withdrawn' },
      meta: { tasks: [byAuthority('copy', 'complaint.copy'), byAuthority('decide', 'decision.issue')] },
    },
    deemedAccepted: {
      on: { 'certificate.request': 'certifying', 'file.close': 'uncertified' },
      meta: { tasks: [byAuthority('recordCertificateRequest', 'certificate.request')], waits: [onRequest] },
    },
    certifying: {
      on: { 'certificate.issue': { guard: and('withinTheCase', 'afterTheLimit'), target: 'inEffect', actions: ['keepCertificate', dispatch('certified', { applicant: applicants })] } },
      meta: { tasks: [byAuthority('certify', 'certificate.issue')], waits: [certified] },
    },
    // As an express act, from the date of the certificate (art. 66): against it only invalidation, within two years (art. 53).
    inEffect: {
      after: { invalidation: 'accepted' },
      on: { 'act.invalidate': 'invalidated', 'file.close': 'accepted' },
      meta: { tasks: [byAuthority('closeFile', 'file.close')] },
    },

    // No complaint needed (art. 65). Before the certificate the fiction has no effects yet, and an express decision may come.
    deemedRejected: {
      id: 'deemedRejected',
      on: { 'certificate.request': 'certifyingRejection', 'decision.issue': 'decided', 'request.withdraw': { guard: 'beganOnRequest', target: 'withdrawn' }, 'file.close': 'uncertified' },
      meta: { tasks: [byAuthority('recordCertificateRequest', 'certificate.request')], waits: [onRequest] },
    },
    certifyingRejection: {
      on: { 'certificate.issue': { guard: and('withinTheCase', 'afterTheLimit'), target: 'appealable', actions: ['keepCertificate', dispatch('certified', { applicant: applicants })] } },
      meta: { tasks: [byAuthority('certify', 'certificate.issue')], waits: [certified] },
    },
    // The terms to appeal run from the date of the certificate (arts 59, 65).
    appealable: {
      after: { appeal: 'rejected' },
      on: { 'appeal.file': { guard: 'admitsHierarchical', target: 'appealed' } },
      meta: { tasks: [byAuthority('recordAppeal', 'appeal.file')] },
    },

    decided: { id: 'decided', type: 'final' },
    withdrawn: { id: 'withdrawn', type: 'final' },
    deemedWithdrawn: { id: 'deemedWithdrawn', type: 'final' },
    abandoned: { id: 'abandoned', type: 'final' },
    uncertified: { type: 'final' },
    accepted: { type: 'final' },
    invalidated: { type: 'final' },
    appealed: { type: 'final' },
    rejected: { type: 'final' },
  },
};

export const silenceCertificate = procedure<Request>({
  name: 'silence-certificate',
  version: 1,
  status: 'released',
  abbreviation: 'SA',
  basis: [{ law: 'Ley 19.880', articles: '24, 25, 26, 27, 31, 42, 43, 53, 59, 64, 65, 66', asOf: '2025-09-29', certainty: 'official' }],
  roles: {
    authority: { levels: ['national', 'regional', 'municipal', 'control'], party: true },
    applicant: { levels: ['municipal', 'association', 'regional', 'national', 'other'], party: true, optional: true },
    superior: { levels: ['national', 'regional', 'control'], party: false, optional: true },
  },
  opening: {
    by: { authority: heads, applicant: applicants },
    schema: opening,
    context: openingContext,
    example: {
      title: 'Autorización de uso de un bien nacional de uso público, Coelemu', territory: '16203',
      participants: [{ role: 'authority', institution: 'seremi-bbnn-16' }, { role: 'applicant', institution: 'muni-16203' }, { role: 'superior', institution: 'min-bbnn' }],
      data: { request: 'Autorización de uso de un terreno para una sede social', interestedParty: 'Municipalidad de Coelemu', filedOn: '2026-03-02' },
    },
    examples: [{
      title: 'Permiso pedido por una vecina, Ránquil', territory: '16206',
      participants: [{ role: 'authority', institution: 'muni-16206' }],
      data: { request: 'Permiso de ocupación de un espacio público', interestedParty: 'Vecina de la comuna', filedOn: '2026-03-02' },
    }],
  },
  events, deadlines, steps: {}, guards, actions,
  abstract: ({ nature, limit }) => ({ negative: nature !== 'request', exOfficio: nature === 'ex-officio', limit }),
}, chart);
