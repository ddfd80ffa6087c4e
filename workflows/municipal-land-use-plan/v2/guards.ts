import { guards as before, type Asked } from '../v1/guards.js';

const { altersUrbanLimit: _asked, ...unchanged } = before;

export const guards = {
  ...unchanged,
  owesTermsNotice: ({ context }: Asked): boolean => context.siiTold === 'pending',
  owesLimitNotice: ({ context }: Asked): boolean => context.limitTold === 'pending',
  /** The file goes on once what was owed before it has been done; late, but done. */
  termsNoticeGiven: ({ context, event }: Asked): boolean => event.source === 'imported' || context.siiTold !== 'pending',
  limitNoticeGiven: ({ context, event }: Asked): boolean => event.source === 'imported' || context.limitTold !== 'pending',
} as const;
