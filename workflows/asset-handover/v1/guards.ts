import type { CaseEvent } from '../../../src/kit/index.js';
import { councilMatter, toRegister, type Good, type Handover, type OpenPoint } from './context.js';

type Asked = { context: Handover; event: CaseEvent };

/** What is asked of this side; a register of the past may not show it. */
export const guards = {
  namesGoods: ({ event }: Asked): boolean => event.source === 'imported' || goodsIn(event).length > 0,
  everyGoodValued: ({ event }: Asked): boolean => event.source === 'imported' || goodsIn(event).every(({ value }) => value !== null),
  codesDistinct: ({ event }: Asked): boolean => new Set(goodsIn(event).map(({ code }) => code)).size === goodsIn(event).length,
  ownersTakePart: ({ event }: Asked): boolean =>
    (event.data['openPoints'] as readonly OpenPoint[]).every(({ owner }) => event.participants.some(({ institution }) => institution === owner)),
  /** What was agreed, signed and resolved is delivered; only what is known of each thing may still change. */
  sameGoods: ({ context, event }: Asked): boolean =>
    context.goods.length === 0 || codesOf(context.goods) === codesOf(goodsIn(event)),
  receptionUnknown: ({ context }: Asked): boolean => context.receivedOn === null,
  receptionHasCome: ({ event }: Asked): boolean => String(event.data['receivedOn']) <= event.on,
  hasInventory: ({ context }: Asked): boolean => context.goods.length > 0,

  councilMustAgree: ({ context, event }: Asked): boolean => councilMatter(context, event) !== 'none',
  /** Recorded exceptions name their reason; one taken from a register only says that it shows no agreement. */
  exceptionOfRegister: ({ event }: Asked): boolean => (event.data['reason'] === 'not-in-register') === (event.source === 'imported'),
  hasText: ({ event }: Asked): boolean => event.data['text'] !== null || event.source === 'imported',
  bindsAfterToday: ({ event }: Asked): boolean => {
    const { bindsUntil } = event.data;
    return typeof bindsUntil !== 'string' || bindsUntil > event.on;
  },
  isExenta: ({ event }: Asked): boolean => event.data['nature'] === 'exenta',
  isAfecta: ({ event }: Asked): boolean => event.data['nature'] === 'afecta',

  needsRegistration: ({ context }: Asked): boolean => toRegister(context).length > 0,
  /** A vehicle or real estate of the inventory whose inscription is not told yet. */
  isToRegister: ({ context, event }: Asked): boolean => toRegister(context).some(({ code }) => code === event.data['good']),
  isLastToRegister: ({ context, event }: Asked): boolean => toRegister(context).every(({ code }) => code === event.data['good']),
  receiptIncomplete: ({ context }: Asked): boolean => context.receipt === 'incomplete',
} as const;

function goodsIn({ data }: CaseEvent): readonly Good[] {
  return data['goods'] as readonly Good[];
}

function codesOf(goods: readonly Good[]): string {
  return JSON.stringify(goods.map(({ code }) => code).toSorted());
}
