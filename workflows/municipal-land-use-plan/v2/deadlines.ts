import { deadline } from '../../../src/kit/index.js';
import { deadlines as before } from '../v1/deadlines.js';

const { siiNotice, limitNotice, ...unchanged } = before;

/** As in version 1; the two notices of the urban limit are named for what is told, now that they run beside other work. */
export const deadlines = { ...unchanged, termsNotice: deadline(siiNotice), limitChangeNotice: deadline(limitNotice) } as const;
