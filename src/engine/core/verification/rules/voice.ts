import type { StepKind } from '../../../../kit/index.js';
import { castsIn, openOnes, type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import type { Cast, Situation } from '../situation.js';

/** Steps in which somebody says yes, no, or what it thinks. Carrying out what others decided is no voice. */
const voices: ReadonlySet<StepKind> = new Set(['signOff', 'vote', 'opinion', 'observations', 'handover']);

/**
 * Every municipality that takes part has a voice: an act of its own in a sign-off, a vote, an opinion, observations or a
 * handover; or a decision, that is, an event that it may send and that leads the case to another state.
 */
export function voicelessMunicipalities(checked: Checked): readonly Finding[] {
  const { definition, explored } = checked;
  const open = openOnes(checked);
  const municipal = Object.entries(definition.roles).filter(([, { levels }]) => levels.includes('municipal'));
  return municipal.flatMap(([role]): readonly Finding[] => {
    const casts = explored.casts.flatMap((cast, number) => (takesPart(cast, role) ? [number] : []));
    const voiceless = casts.find((number) => !open.some((situation) => castsIn(explored, situation).some(([one]) => one === number) && hasVoice(checked, situation, role)));
    const start = explored.starts.find(({ cast }) => cast === voiceless)?.situation;
    return start ? [finding('voice-missing', 'voice-missing', { role }, checked.way(start, voiceless))] : [];
  });
}

function takesPart({ participants, levels }: Cast, role: string): boolean {
  return participants.some((one) => one.role === role && levels.get(one.institution) === 'municipal');
}

function hasVoice(checked: Checked, situation: Situation, role: string): boolean {
  const { definition, turns, officesOf } = checked;
  const known = officesOf('municipal') ?? [];
  const ofMunicipality = (offices: readonly string[] | undefined): boolean => offices?.some((office) => known.includes(office)) ?? false;
  const speaks = turns(situation).some(({ role: whose, offices, act }) => whose === role && act !== null && voices.has(definition.steps[act.stepId].logic.kind) && ofMunicipality(offices));
  return speaks || situation.edges.some(({ move, to }) => move.kind === 'event' && ofMunicipality(definition.events[move.name]?.by[role])
    && JSON.stringify(to.state.envelope.value) !== JSON.stringify(situation.state.envelope.value));
}
