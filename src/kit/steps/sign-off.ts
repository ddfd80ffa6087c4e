import { z } from 'zod';
import { documentReference, type CaseEvent, type JsonObject } from '../case-event.js';
import type { Offices } from '../event.js';
import { reason, refuse, step, type OpenAct, type Reason, type StepChange, type StepDefinition, type StepLogic, type StepMoment, type StepRefusal, type StepSetting } from './step.js';

/** One who has to endorse or sign. */
export interface Signer {
  readonly role: string;
  /** Of several institutions in the role, this one. */
  readonly institution?: string;
  readonly offices: readonly string[];
}

/** Whether a signer is of this participant. */
export function isOf(signer: Pick<Signer, 'role' | 'institution'>, body: { readonly role: string; readonly institution: string }): boolean {
  return signer.role === body.role && (signer.institution === undefined || signer.institution === body.institution);
}

export interface SignOffInput {
  /**
   * `signature`: the signed document is attached (a public instrument needs an advanced electronic signature, Ley 19.799
   * arts 4 and 7, which this system does not make). `endorsement`: a visación, given here.
   */
  readonly manner: 'signature' | 'endorsement';
  readonly order: 'ordered' | 'parallel';
  /** How many of the signers are needed; all when left out. */
  readonly needed?: number;
  readonly signers: readonly Signer[];
  /** SHA-256 of the text that is signed; null when the text is not held here. */
  readonly textSha256: string | null;
}

interface Signature extends Signer {
  readonly status: 'pending' | 'given' | 'refused';
  readonly on: string | null;
  readonly official: string | null;
}

export interface SignOffState extends JsonObject {
  readonly manner: 'signature' | 'endorsement';
  readonly order: 'ordered' | 'parallel';
  readonly needed: number;
  readonly textSha256: string | null;
  readonly signatures: readonly Signature[];
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/).nullable();
const acts = {
  sign: z.strictObject({ textSha256: sha256, document: documentReference.nullable() }),
  endorse: z.strictObject({ textSha256: sha256, remarks: z.string().max(2000).optional() }),
  refuse: z.strictObject({ reason: z.string().min(3).max(2000) }),
} as const;

/** The signer this act would be of: the first still pending that the actor's office fits, in turn when ordered. */
function signerOf(state: SignOffState, event: CaseEvent): number | Reason {
  const actor = event.actor;
  const fits = (signature: Signature): boolean =>
    actor !== undefined && isOf(signature, actor) && signature.offices.includes(actor.office);
  const turn = state.signatures.findIndex((signature) => signature.status === 'pending');
  const mine = state.signatures.findIndex((signature) => signature.status === 'pending' && fits(signature));
  if (mine === -1) return reason('signature-not-asked-of-you');
  const next = state.signatures[turn];
  if (state.order === 'ordered' && mine !== turn) {
    return reason('signature-not-your-turn', { role: next.role }, { [next.role]: next.offices });
  }
  return mine;
}

function given(state: SignOffState): number {
  return state.signatures.filter((signature) => signature.status === 'given').length;
}

function give(state: SignOffState, event: CaseEvent): StepChange<SignOffState> | StepRefusal {
  const index = signerOf(state, event);
  if (typeof index !== 'number') return { refused: [index] };
  const official = event.actor?.official ?? null;
  // One person does not make two of the wills an agreement needs; a register of the past names no persons.
  if (event.source === 'own' && state.signatures.some((signature) => signature.status === 'given' && signature.official === official)) {
    return refuse('signature-by-the-same-person');
  }
  if (event.source !== 'imported' && event.data['textSha256'] !== state.textSha256) return refuse('signature-of-another-text');
  if (state.manner === 'signature' && event.source !== 'imported' && event.data['document'] === null) {
    return refuse('signature-without-document');
  }
  const signatures = state.signatures.map((signature, at): Signature =>
    at === index ? { ...signature, status: 'given', on: event.on, official } : signature);
  const next = { ...state, signatures };
  return given(next) >= state.needed ? { state: next, done: { outcome: 'signed', result: { on: event.on } } } : { state: next };
}

function decline(state: SignOffState, event: CaseEvent): StepChange<SignOffState> | StepRefusal {
  const index = signerOf({ ...state, order: 'parallel' }, event);
  if (typeof index !== 'number') return { refused: [index] };
  const signatures = state.signatures.map((signature, at): Signature =>
    at === index ? { ...signature, status: 'refused', on: event.on, official: event.actor?.official ?? null } : signature);
  const next = { ...state, signatures };
  const stillPossible = signatures.filter((signature) => signature.status !== 'refused').length >= state.needed;
  return stillPossible ? { state: next } : { state: next, done: { outcome: 'refused', result: { reason: String(event.data['reason']) } } };
}

function openActs(state: SignOffState, setting: StepSetting): readonly OpenAct[] {
  const pending = state.signatures.filter((signature) => signature.status === 'pending');
  if (pending.length === 0) return [];
  const inTurn = state.order === 'ordered' ? pending.slice(0, 1) : pending;
  const act = state.manner === 'signature' ? 'sign' : 'endorse';
  const data = state.manner === 'signature'
    ? { textSha256: state.textSha256, document: { sha256: state.textSha256 ?? '0'.repeat(64), name: `signed-${setting.today}.pdf` } }
    : { textSha256: state.textSha256 };
  return [
    ...openTo(inTurn, { act, examples: [data], expected: true }),
    ...openTo(pending, { act: 'refuse', examples: [{ reason: 'The text needs another clause' }], expected: false }),
  ];
}

/** One act for the signers that stand for their role, one for those named among several of theirs. */
function openTo(signers: readonly Signature[], act: Omit<OpenAct, 'by' | 'institutions'>): readonly OpenAct[] {
  const ofRole = signers.filter(({ institution }) => institution === undefined);
  const named = signers.filter(({ institution }) => institution !== undefined);
  return [
    ...(ofRole.length > 0 ? [{ ...act, by: officesOf(ofRole) }] : []),
    ...(named.length > 0 ? [{ ...act, by: officesOf(named), institutions: [...new Set(named.flatMap(({ institution = [] }) => institution))] }] : []),
  ];
}

function officesOf(signers: readonly Signer[]): Offices {
  const roles = [...new Set(signers.map((signer) => signer.role))];
  return Object.fromEntries(roles.map((role) => [role, [...new Set(signers.filter((signer) => signer.role === role).flatMap((signer) => signer.offices))]]));
}

/** The reducer of endorsements and signatures, bound to the hash of one text: all or n of m, in order or in parallel. */
export const signOffLogic: StepLogic<SignOffState, SignOffInput> = {
  kind: 'signOff',
  acts,
  outcomes: ['signed', 'refused'],
  start(input) {
    const signatures = input.signers.map((signer): Signature => ({ ...signer, status: 'pending', on: null, official: null }));
    const { manner, order, textSha256 } = input;
    return { state: { manner, order, textSha256, needed: input.needed ?? signatures.length, signatures } };
  },
  apply({ state, act, event }: StepMoment<SignOffState, SignOffInput>) {
    return act === 'refuse' ? decline(state, event) : give(state, event);
  },
  open: openActs,
};

/** Declares a sign-off step. */
export function signOff<Context>(input: (context: Context, event: CaseEvent) => SignOffInput): StepDefinition<Context> {
  return step(signOffLogic, { input });
}
