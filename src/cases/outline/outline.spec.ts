import { catalogue } from '../../../workflows/catalogue.js';
import { pastOf } from '../../../test/engine/core/story-past.js';
import { inForce } from '../../../test/engine/core/fndr.js';
import { Story } from '../../../test/engine/core/story.js';
import { chartStates, chartWays } from '../../engine/chart-reader.js';
import { wayTaken } from '../../engine/way-taken.js';
import { exampleParticipants } from './example.js';
import { stepsInWords } from './steps-in-words.js';

const each = catalogue.flatMap((definition) => (['es', 'en'] as const).map((language) => [`${definition.name}@${definition.version} ${language}`, definition, language] as const));

describe.each(each)('The outline of %s', (_, definition, language) => {
  const items = stepsInWords(definition, language);

  it('holds every state once, numbered as they stand one inside the other, from the one a case begins in to the ends', () => {
    expect(items.map(({ state }) => state).toSorted()).toEqual(chartStates(definition).map(({ path }) => path).filter((path) => path !== '').toSorted());
    expect(new Set(items.map(({ number }) => number)).size).toBe(items.length);
    expect(items[0]).toMatchObject({ number: '1', state: chartStates(definition)[0]?.initial });
    for (const { number, state } of items) expect([state, state.split('.').length]).toEqual([state, number.split('.').length]);
    const ends = items.filter(({ kind, state }) => kind === 'end' && !state.includes('.'));
    expect(items.slice(-ends.length)).toEqual(ends);
  });

  it('tells every way, every clock with its effect and basis, in whole sentences', () => {
    const [ways, deadlines] = [items.flatMap((item) => item.ways), items.flatMap((item) => item.deadlines)];
    const written = chartWays(definition);
    expect(ways).toHaveLength(written.filter(({ trigger }) => trigger.kind !== 'deadline').length);
    for (const name of Object.keys(definition.deadlines)) expect(deadlines.map(({ deadline }) => deadline)).toContain(name);
    const text = items.flatMap(({ sentences }) => sentences);
    for (const { title, clock, basis } of deadlines) expect(text.some((sentence) => sentence.includes(title) && sentence.includes(clock) && sentence.includes(basis))).toBe(true);
    expect(text.filter((sentence) => /[{}]|undefined|\[object/.test(sentence) || !sentence.endsWith('.'))).toEqual([]);
  });

  it('leads only to places it holds', () => {
    const places = new Map(items.map(({ number, state }) => [number, state]));
    const led = items.flatMap((item) => [item.ways, item.deadlines].flat()).flatMap(({ leadsTo }) => leadsTo ?? []);
    expect(led.filter(({ number, state }) => places.get(number) !== state)).toEqual([]);
  });
});

describe('The outline of an agreement', () => {
  const definition = catalogue.find(({ name }) => name === 'fndr-transfer')!;
  const titles = (language: 'es' | 'en'): readonly string[] => stepsInWords(definition, language).map(({ number, title }) => `${number} ${title}`);

  it('follows the main path, then what may interrupt it, then the ends', () => {
    expect(titles('en').slice(0, 9)).toEqual([
      '1 Initiative', '2 Approval of the agreement', '2.1 Vote of the CORE', '2.2 Budget allocation', '2.2.1 Allocation to be resolved', '2.2.2 Allocation to be entered for legality review',
      '2.2.3 Allocation under legality review', '2.3 Drafting', '2.4 Agreement of the municipal council',
    ]);
  });

  it('says what silence does, by which article, and where it leads', () => {
    const vote = stepsInWords(definition, 'es').find(({ state }) => state === 'approval.coreVote');
    expect(vote?.sentences).toContain('Plazo «Pronunciamiento del CORE»: 30 días corridos desde la presentación: rige lo propuesto (LOC 19.175 art. 36, inciso final; supuesto nuestro); sigue en 2.2 «Asignación presupuestaria».');
  });

  it('of a case says what is done and when, where it is, and what is ahead', () => {
    const story = new Story({ definition, participants: exampleParticipants(definition), data: definition.opening.example.data, on: '2026-03-02' });
    story.does('proposal.present').on('2026-05-10');
    const items = stepsInWords(definition, 'en', { state: story.state, moves: wayTaken(pastOf(story, '2026-05-10')) });
    const at = (state: string): (typeof items)[number] => items.find((item) => item.state === state)!;
    expect(at('initiative').progress).toEqual({ status: 'done', since: '2026-03-02', until: '2026-03-02', times: 1 });
    expect(at('approval.coreVote')).toMatchObject({ progress: { status: 'done', until: '2026-04-15' }, deadlines: [{ run: { status: 'expired', due: '2026-04-01' } }] });
    expect(at('approval.allocation.resolving')).toMatchObject({ progress: { status: 'now', since: '2026-04-15', until: null } });
    expect(at('approval.allocation.resolving').sentences[0]).toBe('It is here, since 2026-04-15.');
    expect(at('approval').progress).toMatchObject({ status: 'now', since: '2026-03-02' });
    expect(at('closed').progress).toEqual({ status: 'notYet', since: null, until: null, times: 0 });
  });

  it('of a case told from sources says which days are uncertain and which steps only implied', () => {
    const story = new Story({ definition, participants: exampleParticipants(definition), data: definition.opening.example.data, on: '2026-03-02' });
    story.does('proposal.present');
    const moves = wayTaken(pastOf(story, '2026-03-05')).map((move) => Object.assign({ ...move }, { flags: ['precision:month', 'dayUncertain', 'source:a', 'stepImplied'] }));
    const said = (language: 'es' | 'en', state: string): readonly string[] | undefined => stepsInWords(definition, language, { state: story.state, moves }).find((item) => item.state === state)?.sentences.slice(0, 2);
    expect(said('es', 'approval.coreVote')).toEqual(['Aquí está, desde fecha incierta (a más tardar el 2026-03-02).', 'Solo se conoce el mes; paso supuesto por sus fuentes.']);
    expect(said('en', 'initiative')).toEqual(['Done: from an uncertain day (at the latest 2026-03-02) to an uncertain day (at the latest 2026-03-02).', 'Only the month is known; implied by its sources.']);
  });

  it('of a closed case says how it ended and what it never passed', () => {
    const story = inForce().does('agreement.terminate').does('execution.settle').does('closing.resolve');
    const items = stepsInWords(definition, 'es', { state: story.state, moves: wayTaken(pastOf(story, '2026-03-26')) });
    expect(items.find(({ state }) => state === 'terminated')).toMatchObject({ progress: { status: 'now', since: '2026-03-26' }, sentences: ['Terminó así el 2026-03-26.', 'Aquí termina el procedimiento.'] });
    expect(items.find(({ state }) => state === 'performing.amending')?.progress?.status).toBe('notTaken');
  });
});
