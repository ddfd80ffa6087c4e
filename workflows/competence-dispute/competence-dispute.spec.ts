import { Story } from '../../test/engine/core/story.js';
import { competenceDispute } from './workflow.js';

const definition = { ...competenceDispute, hash: 'draft' };

/** A dispute between these bodies, with whoever may decide it. */
function dispute(claimant: string, respondent: string | null, others: readonly { role: string; institution: string }[] = []): Story {
  const disputants = [{ role: 'claimant', institution: claimant, party: true }, ...(respondent === null ? [] : [{ role: 'respondent', institution: respondent, party: true }])];
  return new Story({
    definition, on: '2026-03-02', data: { matter: 'Borde costero', kind: 'both-claim' },
    participants: [...disputants, ...others.map(({ role, institution }) => ({ role, institution, party: false })), { role: 'presidency', institution: 'presidencia', party: false }],
  });
}
const ofMinistries = (): Story => dispute('dga', 'conaf', [{ role: 'ministry', institution: 'min-mop' }, { role: 'ministry', institution: 'min-minagri' }]);
const ministerOf = (institution: string): { role: string; office: string; institution: string } => ({ role: 'ministry', office: 'minister', institution });

describe('Bodies with a superior in common (Ley 18.575 art. 39)', () => {
  const superior = [{ role: 'superior', institution: 'min-mop' }];

  it('the superior decides, without limit', () => {
    const story = dispute('dga', 'seremi-mop-16', superior).does('dispute.classify', { branch: 'common-superior' }).on('2028-03-02');
    expect(story.where).toEqual(['disputed.beforeSuperior']);
    expect(story.open).toEqual([]);
    expect(story.does('superior.decide', { favours: 'respondent' }).state.outcome).toBe('decided');
    expect(story.context['favours']).toBe('respondent');
  });

  it('who takes part', () => {
    expect(dispute('dga', 'seremi-mop-16').why('dispute.classify', { branch: 'common-superior' })).toContain('superiorTakesPart');
  });

  it('a municipality or a regional government has none', () => {
    expect(dispute('dga', 'muni-16206', superior).why('dispute.classify', { branch: 'common-superior' })).toContain('noneIsAutonomous');
    expect(dispute('gore-16', 'dga', superior).why('dispute.classify', { branch: 'common-superior' })).toContain('noneIsAutonomous');
  });
});

describe('Bodies of different ministries', () => {
  it('the ministers decide together: each signs', () => {
    const story = ofMinistries().does('dispute.classify', { branch: 'different-ministries' }).does('decision.propose', { favours: 'claimant' });
    story.does('jointDecision.sign', {}, ministerOf('min-mop'));
    expect(story.where).toEqual(['disputed.beforeMinisters.signing']);
    expect(story.does('jointDecision.sign', {}, ministerOf('min-minagri')).state.outcome).toBe('decided');
    expect(story.context['favours']).toBe('claimant');
  });

  it('if they disagree the President decides', () => {
    const refused = ofMinistries().does('dispute.classify', { branch: 'different-ministries' }).does('decision.propose').does('jointDecision.refuse', { reason: 'No se comparte' }, ministerOf('min-minagri'));
    expect(refused.where).toEqual(['disputed.beforePresident']);
    const disagreed = ofMinistries().does('dispute.classify', { branch: 'different-ministries' }).does('ministers.disagree');
    expect(disagreed.does('president.decide').state.outcome).toBe('decided');
  });
});

describe('Between levels, or within one government (CPR art. 126)', () => {
  it('the law was not found: the case waits, and says so', () => {
    const story = dispute('muni-16206', 'gore-16').does('dispute.classify', { branch: 'between-levels' }).on('2030-01-01');
    expect(story.where).toEqual(['disputed.beforeLawToCome']);
    expect(story.allowed.toSorted()).toEqual(['decision.record', 'dispute.settle', 'dispute.withdraw']);
    expect(definition.words.es.reasons['law-of-disputes-not-held']).toContain('art. 126');
  });

  it('what was decided by that law is recorded with its article', () => {
    const story = dispute('muni-16206', 'gore-16').does('dispute.classify', { branch: 'between-levels' });
    expect(story.does('decision.record', { favours: 'neither', authority: 'Senado', law: 'Ley por citar' }).state.outcome).toBe('decided');
  });

  it('governor and CORE, or mayor and concejo, are one body', () => {
    const story = dispute('muni-16206', null);
    expect(dispute('muni-16206', 'gore-16').why('dispute.classify', { branch: 'within-one-government' })).toContain('not-respondentTakesPart');
    expect(dispute('dga', null).why('dispute.classify', { branch: 'within-one-government' })).toEqual(['not-noneIsAutonomous']);
    expect(story.why('dispute.classify', { branch: 'between-levels' })).toContain('respondentTakesPart');
    expect(story.does('dispute.classify', { branch: 'within-one-government' }).where).toEqual(['disputed.beforeLawToCome']);
  });
});

it('Those in dispute may settle it, and whoever raised it may withdraw', () => {
  expect(ofMinistries().does('dispute.settle').state.outcome).toBe('settled');
  expect(ofMinistries().does('dispute.withdraw').state.outcome).toBe('withdrawn');
});
