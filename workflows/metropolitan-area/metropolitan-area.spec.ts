import type { JsonObject } from '../../src/kit/index.js';
import { Story } from '../../test/engine/core/story.js';
import { metropolitanArea } from './workflow.js';

const definition = { ...metropolitanArea, hash: 'draft' };
const lawful = {
  secretariat: 'subdere', presidency: 'presidencia', interior: 'min-interior', transport: 'min-mtt', housing: 'min-minvu', environment: 'min-mma',
  publicWorks: 'min-mop', comptroller: 'cgr',
};
const area = (...communes: readonly string[]): readonly { role: string; institution: string; party: boolean }[] => [
  { role: 'regionalGovernment', institution: 'gore-01', party: true }, ...communes.map((code) => ({ role: 'municipality', institution: `muni-${code}`, party: false })),
  ...Object.entries(lawful).map(([role, institution]) => ({ role, institution, party: false })),
];
const mayorOf = (code: string): { role: string; office: string; institution: string } => ({ role: 'municipality', office: 'mayor', institution: `muni-${code}` });

const opened = (): Story => new Story({ definition, participants: area('01107', '01101'), data: { name: 'Alto Hospicio-Iquique' }, on: '2026-03-02' });
const requested = (): Story => opened().does('request.propose').on('2026-03-12').does('requestVote.certify');
const studied = (begun = opened().does('study.instruct')): Story => begun.on('2026-04-01').does('study.report', { population: 299_843 });

const refused = (...communes: readonly string[]): unknown => definition.opening.refuse?.({}, area(...communes)).map(({ code }) => code);

/** Both municipalities asked and heard. */
function heard(begun?: Story): Story {
  const story = studied(begun).on('2026-04-06');
  for (const code of ['01107', '01101']) {
    story.does('municipalOpinions.ask', { institution: `muni-${code}`, receivedOn: '2026-04-06' });
    story.does('municipalOpinions.give', { position: 'favourable' }, mayorOf(code));
  }
  return story.does('municipalOpinions.conclude').does('committee.decide', { decision: 'recommends' });
}

function reviewed(): Story {
  const story = heard().on('2026-06-01').does('decree.finish');
  for (const role of ['interior', 'transport', 'housing', 'environment', 'publicWorks', 'presidency']) story.does('decreeSignature.sign', {}, { role });
  return story.does('review.enter');
}

function constituted(): Story {
  return reviewed().on('2026-06-20').does('review.clear').on('2026-07-01').does('decree.publish', { number: '98', decreedOn: '2026-06-01', publishedOn: '2026-07-01' }).on('2026-07-01');
}
const governed = (): Story => constituted().does('mayors.install').does('department.create').does('installation.conclude');

describe('Opening', () => {
  it('takes two or more communes of the region', () => {
    expect(refused('01107', '01101')).toEqual([]);
    expect(refused('01107')).toEqual(['fewer-than-two-communes']);
    expect(refused('01107', '05101')).toEqual(['commune-of-another-region']);
  });
});

describe('Constitution', () => {
  it('on request needs the agreement of the CORE, whose silence means nothing', () => {
    expect(opened().does('request.propose').on('2026-12-01').where).toEqual(['requestVote']);
    expect(opened().does('request.propose').does('requestVote.certify', { inFavour: 0, against: 16 }).state.outcome).toBe('notRequested');
    expect(requested().where).toEqual(['study']);
  });

  it('is studied: 250,000 inhabitants by an assumption that whoever reads otherwise may set aside', () => {
    const story = opened().does('study.instruct');
    expect(story.why('study.report', { population: 249_999 })).toContain('reachesPopulation');
    expect(story.why('study.report', { population: 249_999, otherReading: 'El reglamento admite capitales regionales' })).toEqual([]);
    expect(story.does('study.report', { standards: 'not-met' }).state.outcome).toBe('belowStandard');
  });

  it('hears every municipality: 30 calendar days each, and silence permits going on', () => {
    const story = studied().on('2026-04-06');
    story.does('municipalOpinions.ask', { institution: 'muni-01107', receivedOn: '2026-04-06' });
    expect(story.why('municipalOpinions.conclude')).toEqual(['opinion-not-asked', 'opinion-still-running']);
    story.does('municipalOpinions.ask', { institution: 'muni-01101', receivedOn: '2026-04-06' });
    expect(story.deadline('municipalOpinion', 'muni-01101')).toMatchObject({ due: '2026-05-06', onExpiry: 'mayProceed', institution: 'muni-01101' });
    story.does('municipalOpinions.give', { position: 'favourable' }, mayorOf('01107')).on('2026-05-07');
    expect(story.where).toEqual(['opinions']);
    expect(story.why('municipalOpinions.give', { position: 'unfavourable' }, mayorOf('01101'))).toEqual([]);
    expect(story.does('municipalOpinions.conclude').where).toEqual(['committee']);
  });

  it('ex officio names competences in the four fields; on request it need not', () => {
    expect(heard().why('decree.finish', { competences: [] })).toEqual(['namesFourFields']);
    expect(heard(requested()).why('decree.finish', { competences: [] })).toEqual([]);
  });

  it('may be rejected by the Committee', () => {
    const story = studied();
    for (const code of ['01107', '01101']) story.does('municipalOpinions.ask', { institution: `muni-${code}` }).does('municipalOpinions.give', { position: 'favourable' }, mayorOf(code));
    expect(story.does('municipalOpinions.conclude').does('committee.decide', { decision: 'rejects' }).state.outcome).toBe('notConstituted');
  });

  it('represented for its legality may be insisted on, and must then be let pass; for spending over the limit may not (CPR art. 99)', () => {
    const story = reviewed().does('review.object', { ground: 'legality' }).does('review.insist');
    expect(story.where).toEqual(['decreeing.review.givingCourse']);
    expect(story.does('review.clear').where).toEqual(['decreeing.publication']);
    expect(reviewed().does('review.object', { ground: 'spending-limit' }).why('review.insist')).toEqual(['objectionAdmitsInsistence']);
  });

  it('represented as unconstitutional goes to the Tribunal Constitucional, or is given up (CPR art. 99)', () => {
    const story = reviewed().does('review.object', { ground: 'unconstitutional' });
    expect(story.why('review.insist')).toEqual(['event-not-in-this-state']);
    // Ten calendar days from Monday 1 June; ten business days end on the 15th.
    expect(story.deadline('courtReferral')).toMatchObject({ due: '2026-06-11', alternative: '2026-06-15', onExpiry: 'waits' });
    expect(story.does('review.sendToCourt').does('review.ruling', { ruling: 'against-the-decree' }).state.outcome).toBe('notConstituted');
  });

  it('takes effect with its decree: each competence passes in each commune', () => {
    const story = constituted();
    expect(story.where).toEqual(['installing']);
    const transfers = story.context['transfers'] as readonly JsonObject[];
    expect(transfers.length).toBe(8);
    expect(transfers[0]).toMatchObject({ competence: 'metropolitano.plan-maestro-transporte', territory: '01107', holder: 'gore-01', origin: 'min-mtt', from: '2026-07-01', until: null });
  });
});

describe('Government', () => {
  it('begins with the committee of mayors installed and its secretariat created', () => {
    expect(constituted().why('installation.conclude')).toEqual(['committeeInstalled', 'departmentCreated']);
    expect(governed().where).toEqual(['governing.advising']);
  });

  it('keeps sittings with minutes', () => {
    expect(governed().does('session.hold').does('session.hold').context).toMatchObject({ sessions: 2 });
  });

  it('hears each mayor on a matter before it is decided; remarks need a reasoned answer', () => {
    const story = governed().does('matter.consult', { matter: 'transport-master-plan' });
    for (const code of ['01107', '01101']) story.does('mayorsOpinions.ask', { institution: `muni-${code}`, receivedOn: '2026-07-01' });
    expect(story.deadline('mayorOpinion', 'muni-01107')).toMatchObject({ due: '2026-07-15' });
    story.does('mayorsOpinions.give', { position: 'unfavourable' }, mayorOf('01107')).does('mayorsOpinions.give', { position: 'favourable' }, mayorOf('01101'));
    expect(story.why('mayorsOpinions.conclude')).toEqual(['opinion-unanswered']);
    story.does('mayorsOpinions.answer', { institution: 'muni-01107' }).does('mayorsOpinions.conclude');
    expect(story.why('matter.resolve', { matter: 'household-waste' })).toEqual(['sameMatter']);
    story.does('matter.resolve', { decision: 'approved' });
    expect(story.context['approvals']).toEqual([{ matter: 'transport-master-plan', decision: 'approved', on: '2026-07-01' }]);
    expect(story.does('area.end').state.outcome).toBe('ended');
  });
});
