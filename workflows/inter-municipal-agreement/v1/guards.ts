import type { CaseEvent } from '../../../src/kit/index.js';
import { municipalitiesOf, ofArticle65, owed, type Agreement, type Member } from './context.js';

type Asked = { context: Agreement; event: CaseEvent };

export const guards = {
  /** Two or more, each once, all of this case (art. 138: municipalities "entre ellas"). */
  partiesTakePart: ({ event }: Asked): boolean => {
    const named = membersIn(event).map(({ institution }) => institution);
    return named.length >= 2 && new Set(named).size === named.length && named.every((one) => municipalitiesOf(event.participants).includes(one));
  },
  /** Art. 138 d. */
  leadIsParty: ({ event }: Asked): boolean => membersIn(event).some(({ institution }) => institution === event.data['lead']),
  /** Art. 138 b: some money or something else from each. */
  everyoneContributes: ({ event }: Asked): boolean => membersIn(event).every(({ amount, inKind, staff }) => amount > 0 || staff > 0 || (inKind ?? '') !== ''),
  endsAfterToday: ({ event }: Asked): boolean => {
    const { endsOn } = event.data;
    return event.source === 'imported' || typeof endsOn !== 'string' || endsOn > event.on;
  },
  /** The amount of the whole agreement is 500 UTM or more: then art. 65 j, with its limit and its silence. */
  ofArticle65: ({ event }: Asked): boolean => ofArticle65(membersIn(event).reduce((sum, { amount }) => sum + amount, 0), event) === 'yes',
  withinPledge: ({ context, event }: Asked): boolean => Number(event.data['amount']) <= owed(context, String(event.data['institution'])),
  isParty: ({ context, event }: Asked): boolean => (context.terms?.members ?? []).some(({ institution }) => institution === event.data['institution']),
  /** What is left is shared out among the parties, all of it. */
  balanceShared: ({ context, event }: Asked): boolean => {
    const shares = (event.data['shares'] as readonly { institution: string; amount: number }[] | undefined) ?? [];
    const parties = new Set((context.terms?.members ?? []).map(({ institution }) => institution));
    return shares.every(({ institution }) => parties.has(institution)) && shares.reduce((sum, { amount }) => sum + amount, 0) === event.data['balance'];
  },
  /** The municipality that administers and directs accounts for it (art. 138 d). */
  byTheLead: ({ context, event }: Asked): boolean => event.source === 'imported' || event.actor?.institution === context.terms?.lead,
  hasExpired: ({ context }: Asked): boolean => context.ending === 'expired',
} as const;

function membersIn(event: CaseEvent): readonly Member[] {
  return (event.data['members'] as readonly Member[] | undefined) ?? [];
}
