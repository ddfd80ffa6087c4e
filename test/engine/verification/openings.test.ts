import { openingsOf } from '../../../src/engine/core/verification/openings.js';
import { lawsFor, narrowed, trialLaws } from '../../../src/engine/core/verification/trial-laws.js';
import type { Definition } from '../../../src/engine/core/definition.js';
import { fndrTransfer } from '../core/fndr.js';
import { sound } from './sound.js';

const casts = (definition: Definition): readonly string[] =>
  openingsOf(definition, trialLaws).map(({ cast }) => cast.participants.map(({ role, institution }) => `${role} ${institution}`).join(', '));

describe('The ways to open a case that are tried', () => {
  const region = { levels: ['regional'], party: true } as const;

  it('are the example, and the same with each level that a role admits', () => {
    expect(casts(sound())).toEqual(['region gore-16, town muni-16101']);
    expect(casts(sound({ roles: { region, town: { levels: ['municipal', 'association'], party: true } } }))).toEqual(['region gore-16, town muni-16101', 'region gore-16, town asoc-punilla', 'region gore-16, town asoc-achm']);
  });

  it('put one and two institutions where several may take part', () => {
    expect(casts(sound({ roles: { region, town: { levels: ['municipal'], party: true, many: true } } }))).toEqual(['region gore-16, town muni-16101', 'region gore-16, town muni-16101, town muni-16206']);
  });

  it('leave out who may be left out, and put in who the example leaves out', () => {
    const adviser = { levels: ['national'], party: false, optional: true } as const;
    const tried = casts(sound({ roles: { region, town: { levels: ['municipal'], party: true, optional: true }, adviser } }));
    expect(tried).toContain('region gore-16');
    expect(tried).toContain('region gore-16, town muni-16101, adviser min-mop');
  });

  it('never pair a body with itself, and are none that the opening refuses', () => {
    const both = { levels: ['national', 'regional'], party: true } as const;
    const tried = casts(sound({ roles: { region: both, town: both } }));
    expect(tried.every((one) => new Set(one.match(/\S+-\d+|min-\w+/g)).size === 2)).toBe(true);
    const { opening } = sound();
    const refusing = sound({
      roles: { region, town: { levels: ['municipal', 'association'], party: true } },
      opening: { ...opening, refuse: (_data, participants) => (participants.some(({ institution }) => institution.startsWith('asoc-')) ? [{ path: 'participants', code: 'no' }] : []) },
    });
    expect(casts(refusing)).toEqual(['region gore-16, town muni-16101']);
  });

  it('are the further examples too, each once', () => {
    const { opening } = sound();
    const more = sound({ opening: { ...opening, examples: [opening.example, { ...opening.example, participants: [opening.example.participants[0], { role: 'town', institution: 'muni-16102' }] }] } });
    expect(casts(more)).toEqual(['region gore-16, town muni-16101', 'region gore-16, town muni-16102']);
  });
});

describe('The dated values they are tried under', () => {
  it('are those that the event is judged by, and each combination once', () => {
    const of = lawsFor(fndrTransfer, trialLaws);
    expect(of('proposal.present', [])).toEqual([{}]);
    expect(of('resolution.issue', []).map((law) => law['utm']?.value)).toEqual([65_000, 1_000_000, 5_000]);
    expect(Object.keys(of('resolution.issue', [])[0]).toSorted()).toEqual(['fndr.exenta-threshold-utm', 'utm']);
  });

  it('are given for each body where several of its kind take part', () => {
    const names = Object.keys(narrowed(trialLaws, ['concejo.seats', 'utm'], ['muni-16101', 'muni-16206', 'gore-16'])[0]);
    expect(names).toEqual(['concejo.seats', 'concejo.seats@muni-16101', 'concejo.seats@muni-16206', 'utm']);
  });
});
