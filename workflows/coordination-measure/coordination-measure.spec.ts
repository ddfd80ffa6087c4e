import { Story } from '../../test/engine/core/story.js';
import { coordinationMeasure } from './workflow.js';

const definition = { ...coordinationMeasure, hash: 'draft' };
const cast = (municipalities: readonly string[], services: readonly string[]): readonly { role: string; institution: string; party: boolean }[] => [
  ...municipalities.map((institution) => ({ role: 'municipality', institution, party: true })), ...services.map((institution) => ({ role: 'service', institution, party: true })),
  { role: 'delegate', institution: 'dpr-16', party: false }, { role: 'regionalGovernment', institution: 'gore-16', party: false },
];
const mayorOf = (institution: string): { role: string; office: string; institution: string } => ({ role: 'municipality', office: 'mayor', institution });

type Services = 'ministry' | 'regional-government' | 'none';
const institutionsOf: Readonly<Record<Services, readonly string[]>> = { ministry: ['seremi-minsal-16'], 'regional-government': ['ss-nuble'], none: [] };
function opened(services: Services): Story {
  return new Story({ definition, on: '2026-03-02', participants: cast(['muni-16206', 'muni-16203'], institutionsOf[services]), data: { matter: 'Retiro de residuos', services } });
}
const disagreed = (services: Services): Story => opened(services).does('agreement.fail');
const refused = (services: Services, ...who: Parameters<typeof cast>): unknown => definition.opening.refuse?.({ services }, cast(...who)).map(({ code }) => code);

it('Opening needs somebody to co-ordinate with, and says on whom the services depend', () => {
  expect(refused('ministry', ['muni-16206'], ['seremi-minsal-16'])).toEqual([]);
  expect(refused('none', ['muni-16206'], [])).toEqual(['nobody-to-coordinate-with']);
  expect(refused('ministry', ['muni-16206', 'muni-16203'], [])).toEqual(['no-service-takes-part']);
  expect(refused('none', ['muni-16206'], ['seremi-minsal-16'])).toEqual(['services-take-part']);
});

describe('Direct agreement', () => {
  it('is of every body: each mayor and each head of a service', () => {
    const story = opened('ministry').does('agreement.propose').does('agreement.sign', {}, mayorOf('muni-16206')).does('agreement.sign', {}, mayorOf('muni-16203'));
    expect(story.where).toEqual(['signing']);
    expect(story.does('agreement.sign', {}, { role: 'service', office: 'seremi' }).where).toEqual(['carryingOut']);
  });

  it('refused by one leaves the search open, without limit', () => {
    const story = opened('ministry').does('agreement.propose').does('agreement.refuse', { reason: 'Sin recursos' }, mayorOf('muni-16206')).on('2027-03-02');
    expect(story.where).toEqual(['agreeing']);
    expect(story.open).toEqual([]);
  });

  it('may still be found while the authority considers the request', () => {
    const story = disagreed('ministry').does('measures.request').does('agreement.propose');
    expect(story.where).toEqual(['signing']);
  });
});

describe('Failing agreement', () => {
  it('no measure is asked for before', () => {
    expect(opened('ministry').why('measures.request')).toEqual(['event-not-in-this-state']);
  });

  it('any interested mayor asks, and nobody else', () => {
    const story = disagreed('ministry');
    expect(story.possible.find(({ event }) => event === 'measures.request')?.by).toEqual({ municipality: ['mayor'] });
    expect(story.why('measures.request', {}, mayorOf('muni-16203'))).toEqual([]);
  });

  it('for national services the presidential delegate orders', () => {
    const story = disagreed('ministry').does('measures.request');
    expect(story.where).toEqual(['beforeDelegate']);
    expect(story.why('governor.order')).toEqual(['event-not-in-this-state']);
    expect(story.does('delegate.order').where).toEqual(['carryingOut']);
  });

  it('for regional services the governor orders', () => {
    expect(disagreed('regional-government').does('measures.request').does('governor.order').where).toEqual(['carryingOut']);
  });

  it('between municipalities alone the mayor who asks chooses: our reading', () => {
    const story = disagreed('none');
    expect(story.why('measures.request', { authority: undefined })).toEqual(['isForDelegate', 'isForGovernor']);
    expect(story.does('measures.request', { authority: 'governor' }).where).toEqual(['beforeGovernor']);
  });

  it('no measure alters attributions, and the authority’s silence has no effect', () => {
    const story = disagreed('ministry').does('measures.request').on('2027-03-02');
    expect(story.where).toEqual(['beforeDelegate']);
    expect(story.why('delegate.order', { attributions: 'altered' })).toEqual(['keepsAttributions']);
    expect(story.does('delegate.decline').state.outcome).toBe('declined');
  });
});

describe('Measures', () => {
  it('are closed when each body has reported on its part', () => {
    const story = disagreed('ministry').does('measures.request').does('delegate.order').does('measure.report', {}, mayorOf('muni-16206')).does('measure.report', {}, mayorOf('muni-16203'));
    expect(story.why('coordination.close')).toContain('allReported');
    story.does('measure.report', { state: 'not-done' }, { role: 'service', office: 'seremi' });
    expect(story.does('coordination.close').state.outcome).toBe('notCarriedOut');
  });

  it('ordered by an authority are not given up by a mayor; agreed ones may be', () => {
    expect(disagreed('ministry').does('measures.request').does('delegate.order').why('coordination.abandon')).toEqual(['isAgreed']);
    const agreed = opened('none').does('agreement.propose').does('agreement.sign', {}, mayorOf('muni-16206')).does('agreement.sign', {}, mayorOf('muni-16203'));
    expect(agreed.does('coordination.abandon').state.outcome).toBe('abandoned');
  });

  it('carried out by all: co-ordinated', () => {
    const story = disagreed('none').does('measures.request', { authority: 'delegate' }).does('delegate.order');
    story.does('measure.report', {}, mayorOf('muni-16206')).does('measure.report', { state: 'not-done' }, mayorOf('muni-16203')).does('measure.report', { state: 'done' }, mayorOf('muni-16203'));
    expect(story.does('coordination.close').state.outcome).toBe('coordinated');
  });
});
