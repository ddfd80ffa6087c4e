import { leafPaths } from '../../src/engine/core/kernel.js';
import { isUndecided, migrate, type Migrated, type MigrationPolicy } from '../../src/engine/core/migration.js';
import { allStates } from '../../src/engine/core/chart.js';
import { approved, draftHeard, hearings, imagePublished, minutes, opened, termsAgreed, withSeremi } from '../../test/engine/core/plan.js';
import { lawOf2026, world, type Story } from '../../test/engine/core/story.js';
import { fromV1 } from './v2/from-v1.js';
import { municipalLandUsePlan, municipalLandUsePlanV2 } from './workflow.js';

const from = { ...municipalLandUsePlan, hash: 'one' };
const to = { ...municipalLandUsePlanV2, hash: 'two' };
const plan = { definition: from };
const changing = { ...plan, urbanLimit: 'changes' } as const;
const keep: MigrationPolicy = { otherwise: 'keep', deadlines: {}, states: {} };

describe('A case of version 1, moved to version 2', () => {
  it('is moved only by decision: no transitory article moves it', () => {
    expect(fromV1).toMatchObject({ from: 1, to: 2, article: null });
  });

  it('with SII still to be told, draws up its draft meanwhile; the five days run on under their new name', () => {
    const { difference, state } = moved(termsAgreed(changing).on('2025-05-22'), '2025-05-22');
    expect(difference.state).toEqual({ before: ['image.notice'], after: ['design.work.drafting', 'design.notice.owed'] });
    expect(difference.deadlines).toEqual([{ before: { name: 'siiNotice', due: '2025-05-26' }, after: { name: 'termsNotice', due: '2025-05-26' }, policy: 'keep' }]);
    expect(difference.tasks).toEqual({ before: ['informSii@muni-16201'], after: ['draft@muni-16201', 'informSiiOfTerms@muni-16201'] });
    expect(state.envelope).toMatchObject({ version: 2, definitionHash: 'two' });
  });

  it('with MINVU and SII to be told, is received by the SEREMI meanwhile', () => {
    const { difference } = moved(approved(changing).on('2025-10-20').does('project.send', { urbanLimit: 'altered' }), '2025-10-21');
    expect(difference.state.after).toEqual(['seremi.underway.review.receipt', 'seremi.underway.notice.owed']);
    expect(difference.deadlines).toEqual([{ before: { name: 'limitNotice', due: '2025-10-27' }, after: { name: 'limitChangeNotice', due: '2025-10-27' }, policy: 'keep' }]);
  });

  it('in the exposure of the image, stands by its hearings: running, certified or missed', () => {
    const running = moved(imagePublished(plan).on('2025-04-02'), '2025-04-02');
    expect(running.difference.state.after).toEqual(['image.consultation.exposed.hearings']);
    expect(running.difference.deadlines.map(({ after, policy }) => [after?.name, after?.due, policy])).toEqual([['imageHearings', '2025-04-15', 'keep'], ['imageWindow', '2025-04-30', 'keep']]);

    const certified = imagePublished(plan).on('2025-04-10').does('imageHearings.certify', { ...hearings('2025-04-07', '2025-04-09'), cosoc: { presentedOn: '2025-04-08', minutes } });
    expect(moved(certified, '2025-04-11').difference.state.after).toEqual(['image.consultation.exposed.heard']);

    const missed = moved(imagePublished(plan).on('2025-04-20'), '2025-04-20');
    expect(missed.difference.state.after).toEqual(['image.consultation.exposed.unheard']);
    expect(missed.difference.tasks.after).toEqual(['republishImage@muni-16201']);
    expect(missed.difference.deadlines.map(({ after, policy }) => [after?.name, policy])).toEqual([['imageWindow', 'keep']]);
  });

  it('before the concejo, keeps its state, its sixty days and the observations filed', () => {
    const story = draftHeard(plan).on('2025-07-01').does('exposure.open').does('draftObservations.file').on('2025-08-05').does('secondHearing.certify').on('2025-09-30').does('plan.submit');
    const { difference, state } = moved(story, '2025-10-01');
    expect(difference.state.after).toEqual(['draft.council.matters']);
    expect(state.deadlines.find(({ name, status }) => name === 'councilDecision' && status === 'running')).toMatchObject({ started: '2025-09-30', due: '2025-12-01' });
    expect(state.steps.find(({ id }) => id === 'draftObservations')).toMatchObject({ status: 'open', state: { observations: [expect.objectContaining({ number: 1 })] } });
  });

  it('with the SEREMI, keeps its sixty days', () => {
    const { difference } = moved(withSeremi(plan), '2025-10-30');
    expect(difference.state.after).toEqual(['seremi.underway.review.report', 'seremi.underway.notice.settled']);
    expect(difference.deadlines).toEqual([{ before: { name: 'seremiReport', due: '2025-12-22' }, after: { name: 'seremiReport', due: '2025-12-22' }, policy: 'keep' }]);
  });

  it.each([['nowhere'], [{ image: 'elsewhere' }], [{ image: 'council', draft: 'submission' }]])('in a state that version 1 does not have is asked about: %j', (value) => {
    expect(fromV1.state(value, {})).toBeNull();
  });

  it('has a state in version 2 for each one it may be in', () => {
    const after = new Set(allStates(to.chart).map(({ path }) => path));
    const leaves = allStates(from.chart).filter(({ path, config }) => path !== '' && !config.states && config.type !== 'final');
    const lost = leaves.filter(({ path }) => {
      const value = path.split('.').reduceRight<unknown>((inner, name) => (inner === undefined ? name : { [name]: inner }), undefined);
      const there = fromV1.state(value, { proven: [], hearingsUntil: null });
      return there === null || !leafPaths(there).every((leaf) => after.has(leaf));
    });
    expect(lost).toEqual([]);
  });

  it('and goes on there to its end', () => {
    const story = opened({ ...plan, definition: to });
    story.state = moved(approved(changing).on('2025-10-20').does('project.send', { urbanLimit: 'altered' }), '2025-10-21').state;
    story.on('2025-10-23').does('project.receive').does('limitChange.inform');
    expect(story.deadline('limitChangeNotice')).toMatchObject({ status: 'met', started: '2025-10-20' });
    story.on('2025-12-15').does('seremi.report', { result: 'favourable', intercommunalPlan: 'covers', objectedPoints: [] }).does('decree.issue');
    story.does('decree.publish').does('decree.inform').does('decree.archive');
    expect(story.where).toEqual(['inForce']);
  });
});

function moved({ state }: Story, on: string): Migrated {
  const event = { type: 'case.migrated', data: {}, source: 'own', on, at: `${on}T15:00:00.000Z`, law: lawOf2026, expired: [], participants: state.participants, seq: state.seq + 1, order: 'in-order' } as const;
  const result = migrate({ from, to, plan: fromV1 }, state, keep, event, world);
  if (isUndecided(result)) throw new Error(JSON.stringify(result.questions));
  return result;
}
