import { and, type StateConfig } from '../../../src/kit/index.js';
import { published } from '../v1/promulgation.js';
import { byMunicipality, enter, withdrawn } from '../v1/transitions.js';
import { lateLimitNotice } from './notices.js';

/** Decreto alcaldicio (LGUC arts 43 seventh paragraph, 45), once the notices of the urban limit have been given. */
export function decree(): StateConfig {
  return {
    initial: 'issuing',
    entry: enter('promulgation'),
    states: {
      issuing: {
        id: 'decreeing',
        on: { 'decree.issue': { guard: and('hasStreetReport', 'limitNoticeGiven'), target: 'publishing', actions: 'markDay' }, ...lateLimitNotice, ...withdrawn },
        meta: { tasks: [byMunicipality('issueDecree', ['mayor'], 'decree.issue')] },
      },
      ...published('decree', 'decreeNotice', (task, event) => byMunicipality(task, ['planning', 'mayor'], event)),
    },
  };
}
