import { and, type StateConfig } from '../../../src/kit/index.js';
import { adaptation, choice, complete, deciding, limitOutcome, presentation, proven, receipt, report } from '../v1/approval.js';
import { draft as before, drawnUp } from '../v1/draft.js';
import { byMunicipality, dated, enter, withdrawn } from '../v1/transitions.js';
import { lateLimitNotice, lateTermsNotice, limitChangeNotice, termsNotice } from './notices.js';

/** The draft is drawn up (LGUC art. 43, Ley 19.300 art. 7 bis) while SII is told of the agreed change of the urban limit. */
export function design(): StateConfig {
  return {
    id: 'design',
    type: 'parallel',
    entry: enter('design'),
    on: withdrawn,
    states: { work: { initial: 'drafting', states: drawnUp() }, notice: termsNotice() },
  };
}

/** As before (LGUC art. 43, second to fifth paragraphs); a notice still owed may be given meanwhile. */
export function draft(): StateConfig {
  const same = before();
  return { ...same, on: { ...same.on, ...lateTermsNotice } };
}

/** The SEREMI's receipt and report, with the notice of an altered urban limit beside them (art. 43, sixth to eighth paragraphs). */
export function seremi(): StateConfig {
  const chosen = choice();
  return {
    initial: 'sending',
    entry: enter('seremi'),
    states: {
      sending: {
        id: 'sending',
        on: { 'project.send': { guard: and(complete, 'termsNoticeGiven'), target: 'underway', actions: 'keepSending' }, ...lateTermsNotice, ...withdrawn },
        meta: { tasks: [byMunicipality('sendProject', ['mayor'], 'project.send')] },
      },
      underway: { type: 'parallel', states: { review: { initial: 'receipt', states: { receipt: receipt(), report: report() } }, notice: limitChangeNotice() } },
      choice: { ...chosen, on: { ...chosen.on, ...lateLimitNotice } },
      adaptation: adaptation(),
    },
  };
}

/** The regional council takes the file once the notices of the urban limit have been given (eighth to tenth paragraphs). */
export function core(): StateConfig {
  const entry = presentation(and(...proven, 'limitNoticeGiven', 'onlyObjectedPoints', dated('presentedOn', 'since')));
  return {
    id: 'core',
    initial: 'entry',
    entry: enter('core'),
    states: { entry: { ...entry, on: { ...entry.on, ...lateLimitNotice } }, deciding: deciding(), limitOutcome: limitOutcome() },
  };
}
