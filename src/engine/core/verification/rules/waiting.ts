import { isOpen, type DeadlineRow } from '../../case-state.js';
import { metaOf, nodeId, transitionList, type ChartState } from '../../chart.js';
import { ruleOf } from '../../definition.js';
import { castsIn, firstOfEach, openOnes, whereIs, type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import type { Cast, Situation } from '../situation.js';
import type { Turn } from '../turns.js';

/** Nowhere has nobody anything to do while no clock runs and no state says what is waited for. */
export function idleSituations(checked: Checked): readonly Finding[] {
  const idle = openOnes(checked).flatMap((situation) => {
    if (clocksIn(situation).length > 0 || waitsIn(checked, situation).length > 0) return [];
    return castsIn(checked.explored, situation).filter(([, cast]) => pressing(checked, situation, cast).length === 0)
      .slice(0, 1).map(([number]) => ({ situation, number }));
  });
  return firstOfEach(idle, ({ situation }) => whereIs(situation))
    .map(({ situation, number }) => finding('nobody-acts', 'nobody-acts', { state: whereIs(situation) }, checked.way(situation, number)));
}

/**
 * A wait: a body that could not have opened the case has something to do, now or further on in an open step. What the file's
 * own keepers leave undone is their own affair; for anybody else the law says how long, with what effect, or the state says
 * that it sets no limit.
 */
export function waitsWithoutLimit(checked: Checked): readonly Finding[] {
  const openers = Object.keys(checked.definition.opening.by);
  const endless = openOnes(checked).flatMap((situation) => {
    const said = waitsIn(checked, situation);
    const waits = checked.turns(situation).filter((turn) => turn.pressing && !openers.includes(turn.role)
      // A wait is said of one role, or of all that its own state asks for.
      && !said.some(({ role, path }) => role === turn.role || path === turn.path) && !isLimited(checked, situation, turn));
    return castsIn(checked.explored, situation).flatMap(([number, { participants }]) => {
      const roles = waits.map(({ role }) => role).filter((role) => participants.some((one) => one.role === role));
      return roles.length === 0 ? [] : [{ situation, number, role: [...new Set(roles)].join(', ') }];
    });
  });
  return firstOfEach(endless, ({ situation }) => whereIs(situation))
    .map(({ situation, number, role }) => finding('wait-without-limit', 'wait-without-limit', { state: whereIs(situation), role }, checked.way(situation, number)));
}

/** An open step asks somebody for something, or a clock of its state or a wait says why it does not. */
export function muteSteps(checked: Checked): readonly Finding[] {
  const mute = openOnes(checked).flatMap((situation) => {
    const turns = checked.turns(situation);
    const open = situation.state.steps.filter(({ status }) => status === 'open');
    return open.filter(({ id }) => !turns.some(({ act, when }) => when === 'now' && act?.stepId === id) && !isRefused(checked, situation, id)).map(({ id }) => ({ situation, id }));
  });
  return firstOfEach(mute, ({ id }) => id)
    .map(({ situation, id }) => finding('step-mute', 'step-mute', { state: whereIs(situation), step: id }, checked.way(situation)));
}

function isRefused({ explored }: Checked, { state }: Situation, step: string): boolean {
  return explored.charted(state.envelope.value).states.some((active) => Object.keys(metaOf(active).refuses ?? {}).some((type) => type.startsWith(`${step}.`)));
}

/** The tasks and expected acts of those who take part. */
function pressing({ turns }: Checked, situation: Situation, { participants }: Cast): readonly Turn[] {
  return turns(situation).filter((turn) => turn.pressing && turn.when !== 'later' && participants.some((one) => one.role === turn.role));
}

function clocksIn({ state }: Situation): readonly DeadlineRow[] {
  return state.deadlines.filter((row) => isOpen(row));
}

function waitsIn({ explored }: Checked, { state }: Situation): readonly { readonly role: string; readonly path: string }[] {
  return explored.charted(state.envelope.value).states.flatMap((active) => (metaOf(active).waits ?? []).map(({ role }) => ({ role, path: active.path })));
}

/**
 * A clock presses those who are waited for, is that of their state or of the stage around it, or leads on without them; or
 * their step starts one that their act meets. One that has ended counts while its state lasts: what its silence means has
 * been said.
 */
function isLimited(checked: Checked, { state }: Situation, { role, events, path }: Turn): boolean {
  const { definition, explored, stepDeadlines } = checked;
  const { states } = explored.charted(state.envelope.value);
  const ids = new Map(states.map((active) => [nodeId(definition, active), active]));
  const clocks = state.deadlines.filter((row) => isOpen(row) || (row.status === 'expired' && 'state' in row.owner && ids.has(row.owner.state)));
  const pressed = clocks.some((row) => {
    const { actor, metBy } = ruleOf(definition, row.name);
    const owner = 'state' in row.owner ? ids.get(row.owner.state) : undefined;
    return role === actor || events.some((type) => metBy.includes(type)) || (owner !== undefined && (isAround(owner.path, path) || leadsOn(owner, row)));
  });
  return pressed || stepDeadlines.some(([, { metBy }]) => events.some((type) => metBy.includes(type)));
}

/** The state itself, or the one directly around it. */
function isAround(outer: string, inner: string): boolean {
  return outer === inner || outer === inner.slice(0, Math.max(0, inner.lastIndexOf('.')));
}

function leadsOn({ config }: ChartState, { name }: DeadlineRow): boolean {
  return transitionList(config.after?.[name]).some(({ target }) => target !== undefined);
}
