import { asked, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** An association may be asked, and it has no mayor to answer. */
export const broken: Broken = {
  rule: 'office-missing', path: ['Send'], says: '“Town” (town) may be of the level association, which has none of the offices that “Answer” (answer) is put to: mayor',
  opened: 'Case opened: Region = gore-16, Town = asoc-punilla',
  definition: sound({
    roles: { region: { levels: ['regional'], party: true }, town: { levels: ['municipal', 'association'], party: true } },
    events: { answer: plain({ town: ['mayor'], region: ['governor'] }), note: plain({ town: ['mayor', 'president'] }) },
    states: { asked: asked({ on: { answer: 'agreed', note: { actions: 'mark' } } }) },
  }),
};
