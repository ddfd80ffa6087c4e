import { catalogue } from '../../../workflows/catalogue.js';
import { pastOf } from './story-past.js';
import { Story } from './story.js';
import type { JournalLine } from '../../../src/engine/core/journal-line.js';
import { wayTaken, type Past } from '../../../src/engine/way-taken.js';
import { exampleParticipants } from '../../../src/cases/outline/example.js';

const definition = catalogue.find(({ name }) => name === 'fndr-transfer')!;
const story = new Story({ definition, participants: exampleParticipants(definition), data: definition.opening.example.data, on: '2026-03-02' }).does('proposal.present');
const told = ['precision:month', 'dayUncertain', 'source:a'];

/** The story's past with flags on its second line, and perhaps a rectification of it. */
function flagged(correction?: object): Past {
  const past = pastOf(story, '2026-03-05');
  const lines = past.lines.map((chained) => ({ ...chained, text: JSON.stringify({ ...(JSON.parse(chained.text) as JournalLine), ...(chained.seq === 2 && { flags: told }) }) }));
  const last = { ...(JSON.parse(lines[1].text) as JournalLine), seq: 3, type: 'rectification', flags: [], data: { correction } };
  return { ...past, lines: correction ? [...lines, { ...lines[1], seq: 3, text: JSON.stringify(last) }] : lines };
}

const flagsOf = (past: Past): readonly (readonly string[])[] => wayTaken(past).map(({ flags }) => flags);

it('bears with each move the flags of its line, as they now read', () => {
  expect(flagsOf(flagged())).toEqual([[], told]);
  expect(flagsOf(flagged({ corrects: 2, on: '2026-03-03' }))).toEqual([[], ['source:a']]);
  expect(flagsOf(flagged({ corrects: 2, on: '2026-03-03', flags: ['precision:day'] }))).toEqual([[], ['precision:day']]);
  expect(flagsOf(flagged({ corrects: 2, data: {} }))).toEqual([[], told]);
});
