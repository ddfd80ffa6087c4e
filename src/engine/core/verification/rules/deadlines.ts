import { z } from 'zod';
import { instrumentSchema, type DeadlineRule } from '../../../../kit/index.js';
import { transitionList } from '../../chart.js';
import { isActOf, isEventOf } from '../../definition.js';
import { openOnes, type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import { occurrence } from '../moves.js';
import { schemaOf } from '../words-needed.js';
import { trialLaws } from '../trial-laws.js';

/** Every deadline of a state starts in some case; one that no state has is named by a step's input. */
export function deadlinesNeverStarted(checked: Checked): readonly Finding[] {
  const { definition, explored } = checked;
  const started = new Set(explored.situations.flatMap(({ state }) => state.deadlines.map(({ name }) => name)));
  const missing = Object.keys(definition.deadlines).filter((name) => !started.has(name));
  const ofSteps = missing.length === 0 ? new Set<string>() : namedBySteps(checked);
  return missing.filter((name) => !ofSteps.has(name)).map((name) => finding('deadline-never-starts', 'deadline-never-starts', { deadline: name }));
}

/** Everything the inputs of open steps say in plain words: among it the names of their own deadlines. */
function namedBySteps(checked: Checked): ReadonlySet<string> {
  const { definition } = checked;
  const said = new Set<string>();
  for (const { state } of openOnes(checked)) {
    for (const { id, status } of state.steps) {
      if (status === 'open') JSON.stringify(definition.steps[id].input(state.envelope.context, occurrence(state, 'none', trialLaws[0] ?? {})), (_key, value: unknown) => {
        if (typeof value === 'string') said.add(value);
        return value;
      });
    }
  }
  return said;
}

/** What a deadline's rule names exists: the events that meet and start it, the field of its day, and what its unit needs. */
export function inconsistentDeadlines(checked: Checked): readonly Finding[] {
  return Object.entries(checked.definition.deadlines).flatMap(([deadline, rule]) => namesOf(checked, deadline, rule).concat(needsOf(checked, deadline, rule)));
}

function namesOf({ definition }: Checked, deadline: string, { metBy, trigger }: DeadlineRule): readonly Finding[] {
  const known = (type: string): boolean => isEventOf(definition, type) || isActOf(definition, type) || type === 'case.opened' || type === 'deadline.expired';
  const says = (type: string, field: string): boolean => field in instrumentSchema.shape || (type === 'deadline.expired' ? field === 'due' : fieldsIn(schemaOf(definition, type)).has(field));
  const rule = 'deadline-inconsistent';
  return [
    ...metBy.filter((type) => !known(type)).map((name) => finding(rule, 'deadline-inconsistent.met-by', { deadline, name })),
    ...(trigger?.on ?? []).filter((type) => !known(type)).map((name) => finding(rule, 'deadline-inconsistent.trigger', { deadline, name })),
    // Of several events one may say the day and another be taken on its own.
    ...(trigger && trigger.on.some(known) && !trigger.on.some((type) => says(type, trigger.field)) ? trigger.on.filter(known).slice(0, 1) : [])
      .map((event) => finding(rule, 'deadline-inconsistent.field', { deadline, event, field: trigger!.field })),
  ];
}

function needsOf({ definition, explored }: Checked, deadline: string, { unit, amount, monthDay, untilField }: DeadlineRule): readonly Finding[] {
  const rule = 'deadline-inconsistent';
  const lacks = (field: string): Finding => finding(rule, 'deadline-inconsistent.amount', { deadline, unit, field });
  if (unit === 'fixed-date') return monthDay === undefined ? [lacks('monthDay')] : [];
  if (unit !== 'date-in-the-act') return amount === undefined ? [lacks('amount')] : [];
  // A date that a step hands over with the start of its deadline needs no field of the context.
  if (untilField === undefined) return transitionsOn(explored, deadline) ? [lacks('untilField')] : [];
  const context = explored.situations[0]?.state.envelope.context ?? definition.opening.context({}, [], {});
  return untilField in context ? [] : [finding(rule, 'deadline-inconsistent.until', { deadline, field: untilField })];
}

function transitionsOn({ situations, charted }: Checked['explored'], deadline: string): boolean {
  return situations.some(({ state }) => charted(state.envelope.value).states.some(({ config }) => config.after?.[deadline] !== undefined));
}

/** The properties of an object's schema, of each where it is one of several. */
function fieldsIn(schema: z.ZodType | undefined): ReadonlySet<string> {
  if (!schema) return new Set();
  const { properties = {}, anyOf = [] } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as { properties?: object; anyOf?: readonly { properties?: object }[] };
  return new Set([...Object.keys(properties), ...anyOf.flatMap((one) => Object.keys(one.properties ?? {}))]);
}

/** Silence that decides must lead on; silence that only permits, or leaves the case waiting, must not. */
const decides = new Set(['deemedApproved', 'deemedRejected', 'proposalStands', 'deemedWithdrawn']);
const never = new Set(['mayProceed', 'waits']);

export function expiryEffects(checked: Checked): readonly Finding[] {
  return checked.states.flatMap((state) => Object.entries(state.config.after ?? {}).flatMap(([deadline, all]): readonly Finding[] => {
    const effect = checked.definition.deadlines[deadline]?.onExpiry ?? 'none';
    const transitions = transitionList(all);
    const leads = transitions.some(({ target }) => target !== undefined);
    const changes = leads || transitions.some(({ actions = [] }) => [actions].flat().some((action) => action !== 'noteExpiry'));
    const inside = checked.first.get(state.path);
    const way = inside ? checked.way(inside) : null;
    if (decides.has(effect) && !changes) return [finding('expiry-effect', 'expiry-effect.stays', { deadline, effect, state: state.path }, way)];
    return never.has(effect) && leads ? [finding('expiry-effect', 'expiry-effect.moves', { deadline, effect, state: state.path }, way)] : [];
  }));
}
