import type { ChainedLine, JournalLine } from '../../../src/engine/core/journal-line.js';
import type { Past } from '../../../src/engine/way-taken.js';
import { world, type Story } from './story.js';

/** A story's journal as the store would hold it, for what reads journals. */
export function pastOf(story: Story, until: string): Past {
  return { definition: story.definition, world, until: { on: until, at: `${until}T15:00:00.000Z` }, lines: story.lines.map((line, index): ChainedLine => {
    const { type, source, on, at, law, actor = null, instrument = null } = line;
    const data = index === 0 ? { title: '', territory: null, participants: line.participants, identifiers: [], data: line.data } : line.data;
    const written: JournalLine = {
      case: 'story', seq: index + 1, type, data, law, instrument, actor, power: null, recordedBy: actor?.official ?? 'clockwork', attested: source === 'attested', source, flags: [],
      occurredOn: on, occurredAt: at, recordedAt: at, definitionHash: story.definition.hash,
    };
    return { seq: index + 1, text: JSON.stringify(written), previousHash: '', hash: '' };
  }) };
}
