import { assign, type JsonObject } from '../../../src/kit/index.js';
import { councilMatter, totalOf, type Good, type Handover, type OpenPoint } from './context.js';

const inventoryIn = (data: JsonObject): Pick<Handover, 'goods' | 'openPoints' | 'amount'> => {
  const goods = data['goods'] as readonly Good[];
  return { goods, openPoints: data['openPoints'] as readonly OpenPoint[], amount: totalOf(goods) };
};

export const actions = {
  keepInventory: assign<Handover>(({ event }) => inventoryIn(event.data)),
  keepReception: assign<Handover>(({ event }) => ({ receivedOn: String(event.data['receivedOn']) })),
  /** A new text: what was agreed or signed of the old one does not carry over. */
  keepDraft: assign<Handover>(({ context, event }) => {
    const text = event.data['text'] as { sha256: string } | null;
    const draft = { textSha256: text?.sha256 ?? null, bindsUntil: event.data['bindsUntil'] as string | null, matter: councilMatter(context, event) };
    return { draft, offeredOn: null, signedOn: null, councilVote: 'pending' };
  }),
  dropDraft: assign<Handover>(() => ({ draft: null })),
  keepOffer: assign<Handover>(({ event }) => ({ offeredOn: event.on })),
  setCouncilVote: assign<Handover>((_asked, { is }) => ({ councilVote: is as Handover['councilVote'] })),
  keepSignature: assign<Handover>(({ event }) => ({ signedOn: event.on })),
  keepNature: assign<Handover>(({ event }) => ({ resolution: event.data['nature'] as Handover['resolution'] })),
  countObjection: assign<Handover>(({ context }) => ({ objections: context.objections + 1 })),
  keepSending: assign<Handover>(({ event }) => ({ sentOn: event.on })),
  keepDelivery: assign<Handover>(({ event }) => ({ deliveredOn: event.on })),
  setReceipt: assign<Handover>((_asked, { is }) => ({ receipt: is as Handover['receipt'] })),
  keepRegistration: assign<Handover>(({ context: { registered }, event: { data } }) => {
    const { good, inscription = null, reason = null } = data as { good: string; inscription?: string; reason?: string };
    return { registered: [...registered, { good, inscription, reason }] };
  }),
} as const;
