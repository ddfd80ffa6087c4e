import { fieldsOf } from '../../src/engine/core/verification/words-needed.js';
import {
  handoverLogic, obligationsLogic, observationsLogic, opinionLogic, signOffLogic, voteLogic, votesLogic, type StepLogic,
} from '../../src/kit/index.js';
import { sharedStepWords } from '../../src/kit/words/steps.js';
import { toy, waiting } from '../engine/core/toy.js';

const logics = { signOff: signOffLogic, vote: voteLogic, votes: votesLogic, obligations: obligationsLogic, opinion: opinionLogic, observations: observationsLogic, handover: handoverLogic };
const kinds: readonly (readonly [string, StepLogic])[] = Object.entries(logics).map(([name, logic]) => [name, logic as unknown as StepLogic]);

describe.each(kinds)('The shared words of a step: %s', (_name, logic) => {
  const definition = toy({ initial: 'open', states: { open: { meta: waiting } } }, { steps: { step: { logic, input: () => ({}) } } });

  it.each(['es', 'en'] as const)('name every act, field, choice and outcome (%s)', (language) => {
    const words = sharedStepWords[language].kinds[logic.kind];
    expect(Object.keys(words?.acts ?? {})).toEqual(expect.arrayContaining(Object.keys(logic.acts)));
    expect(Object.keys(words?.outcomes ?? {})).toEqual(expect.arrayContaining([...logic.outcomes]));
    for (const act of Object.keys(logic.acts)) {
      const { name = '', help = '', fields = {} } = words?.acts[act] ?? {};
      expect({ act, fields: Object.keys(fields).toSorted() }).toEqual({ act, fields: fieldsOf(definition, `step.${act}`).toSorted() });
      expect([name, help, ...Object.values(fields)].filter((text) => text.trim() === '')).toEqual([]);
    }
  });
});
