import { Inject, Injectable } from '@nestjs/common';
import { whoMay, type Definition, type JournalLine, type PowerRecord } from '../engine/case-reader.js';
import { actsOf } from '../engine/definition-reader.js';
import type { ActMoment, Judge, Judgement } from '../engine/ports.js';
import type { Power } from '../governance/powers/decide.js';
import { Powers } from '../governance/powers/powers.js';
import { GovernanceRefusal, type OfficeHeld } from '../governance/refusal.js';
import type { Offices, Participant } from '../kit/index.js';
import { invalid, officesIn, type OfficeOf } from './refusal.js';

/** Who asks for an act, in which office, or for whom the act is attested. */
export interface Asked {
  readonly official: string;
  readonly type: string;
  /** Of several that fit; `office` or `office.institution`. */
  readonly office?: string | undefined;
  readonly attested?: OfficeOf | undefined;
}

/** An act somebody asks to do: what delegations and powers are looked up by, who may do it, and when. */
interface Act extends Asked {
  readonly workflow: string;
  readonly by: Offices;
  readonly participants: readonly Participant[];
  /** Those of them that may do it; all whose role is in `by` when left out. */
  readonly able?: readonly Participant[];
  readonly moment: Pick<ActMoment, 'on' | 'today'>;
}

/** Answers the engine's question whether this official may do this act in this case, under the case's lock. */
@Injectable()
export class Judging {
  constructor(@Inject(Powers) private readonly powers: Powers) {}

  /** The judge of an act whose offices the workflow names. */
  ofAct(asked: Asked): Judge {
    return (definition, state, _territory, moment) => {
      const may = whoMay(definition, state, asked.type, moment);
      // Nobody may do what the case does not know now: the engine refuses it in its turn, after 412 and 422.
      return may ? this.judge({ ...asked, workflow: definition.name, by: may.by, participants: state.participants, able: may.participants, moment }) : Promise.resolve(ofNobody(asked.official));
    };
  }

  /** The judge of an opening: the offices that open such a case. */
  ofOpening(asked: Asked): Judge {
    return (definition, state, _territory, moment) => this.judge({ ...asked, workflow: definition.name, by: definition.opening.by, participants: state.participants, moment });
  }

  /** The judge of an extension, a suspension or a resumption: the offices the rule names, else those that open such a case. */
  ofDeadline(asked: Asked, deadline: string): Judge {
    return (definition, state, _territory, moment) => {
      const rule = Object.hasOwn(definition.deadlines, deadline) ? definition.deadlines[deadline] : undefined;
      const by = rule?.extendedBy ?? definition.opening.by;
      return this.judge({ ...asked, workflow: definition.name, by, participants: state.participants, moment });
    };
  }

  /** The power to speak for the body a line says acted: of whoever might have sent that line for it. */
  async overLine(asked: Asked, line: JournalLine, definition: Definition, moment: Act['moment']): Promise<Judgement> {
    const { role = '', office = '', institution = '' } = line.actor ?? {};
    const offices = Object.hasOwn(definition.events, line.type) ? definition.events[line.type].by[role] : undefined;
    const act: Act = {
      ...asked, attested: undefined, type: line.type, workflow: definition.name, by: { [role]: offices ?? [office] }, participants: [{ role, institution, party: false }], moment,
    };
    return this.own(act);
  }

  /**
   * The power to correct a line: of whoever might have sent it or, where it was attested, of whoever may attest it. Of an
   * expiry: of whoever may do the act that takes its place (`asked.type`).
   */
  async overPast(asked: Asked, line: JournalLine, definition: Definition, participants: readonly Participant[], moment: Act['moment']): Promise<Judgement> {
    if (line.type === 'deadline.expired') return this.own({ ...asked, workflow: definition.name, by: officesOfAct(definition, asked.type, participants, moment.on), participants, moment });
    if (!line.attested || !line.actor) return this.overLine(asked, line, definition, moment);
    const { role, office, institution } = line.actor;
    // The body itself may correct what was attested for it: it was its act.
    const ownPower = await this.overLine(asked, line, definition, moment).catch(unlessEmpowered);
    if (ownPower) return ownPower;
    const power = await this.powers.requireAttest(asked.official, institution, participants.map((one) => one.institution), moment.today);
    return { actor: attestedActor(role, { office, institution }), power: recordOf(power), source: 'attested' };
  }

  /** @throws GovernanceRefusal; CaseRefusal `invalid` where the office attested is none that may do the act. */
  private async judge(act: Act): Promise<Judgement> {
    return act.attested ? this.attested(act, act.attested) : this.own(act);
  }

  private async own(act: Act): Promise<Judgement> {
    const [office, institution] = act.office?.split('.') ?? [];
    const bodies = (act.able ?? act.participants).filter((one) => Object.hasOwn(act.by, one.role) && (institution === undefined || one.institution === institution));
    const tried = await Promise.all(bodies.map((body) => this.tryFor(act, body, office)));
    const fitting = tried.filter((one): one is Judgement => !(one instanceof GovernanceRefusal));
    if (fitting.length === 1) return fitting[0];
    if (fitting.length > 1) throw severalFit(fitting, act.official);
    throw refusalOf(tried.filter((one) => one instanceof GovernanceRefusal), bodies, act.moment.on);
  }

  private async tryFor({ official, type: event, workflow, by, moment }: Act, { role, institution }: Participant, office?: string): Promise<Judgement | GovernanceRefusal> {
    try {
      const power = await this.powers.require(official, { workflow, event, offices: by[role] }, institution, moment.on, office);
      return { actor: { role, office: power.office, institution, official }, power: recordOf(power), source: 'own' };
    } catch (error) {
      if (error instanceof GovernanceRefusal) return error;
      throw error;
    }
  }

  private async attested({ official, by, participants, able = participants, moment }: Act, body: OfficeOf): Promise<Judgement> {
    const power = await this.powers.requireAttest(official, body.institution, participants.map((one) => one.institution), moment.today);
    const role = able.find((one) => one.institution === body.institution && Object.hasOwn(by, one.role) && by[one.role].includes(body.office))?.role;
    if (role === undefined) {
      const offices = officesIn(by, able).map((one) => `${one.office}.${one.institution}`).join(', ');
      throw invalid({ path: 'attested.office', word: 'fault.attested-office', params: { offices } });
    }
    return { actor: attestedActor(role, body), power: recordOf(power), source: 'attested' };
  }
}

/** Whose an act is, whatever the state of the case now. */
function officesOfAct(definition: Definition, type: string, participants: readonly Participant[], on: string): Offices {
  if (Object.hasOwn(definition.events, type)) return definition.events[type].by;
  return actsOf(definition, participants, on).find((act) => act.type === type)?.by ?? {};
}

function unlessEmpowered(error: unknown): null {
  if (error instanceof GovernanceRefusal) return null;
  throw error;
}

/** Whose act it is, is known; which person did it, is not: two attested acts of one office are acts of one person. */
function attestedActor(role: string, { office, institution }: OfficeOf): Judgement['actor'] {
  return { role, office, institution, official: `attested:${office}.${institution}` };
}

function ofNobody(official: string): Judgement {
  const office = { office: '', institution: '', official };
  return { actor: { role: '', ...office }, power: { kind: 'none', basis: '', ...office }, source: 'own' };
}

export function recordOf({ kind, office, institution, official, basis, onBehalfOf, instrument }: Power): PowerRecord {
  return {
    kind, office, institution, official, basis,
    ...(onBehalfOf && { onBehalfOf: `${onBehalfOf.office}.${onBehalfOf.institution}` }),
    ...(instrument && { instrument: `${instrument.kind} ${instrument.number}, ${instrument.date}` }),
  };
}

function severalFit(fitting: readonly Judgement[], official: string): GovernanceRefusal {
  const choices = fitting.map(({ actor }): OfficeHeld => ({ office: actor.office, institution: actor.institution, officials: [official] }));
  return new GovernanceRefusal('ambiguous-office', 'several-offices', { institution: choices.map((one) => one.institution).join(', ') }, choices);
}

/** One refusal for all bodies that were tried: to choose an office, where that is all that is missing; else who could do it. */
function refusalOf(refusals: readonly GovernanceRefusal[], bodies: readonly Participant[], on: string): GovernanceRefusal {
  const ambiguous = refusals.find((refusal) => refusal.code === 'ambiguous-office');
  if (ambiguous) return ambiguous;
  const telling = refusals.find((refusal) => refusal.reason !== 'other-office')?.reason ?? 'other-office';
  const institution = [...new Set(bodies.map((body) => body.institution))].join(', ') || '–';
  return new GovernanceRefusal('not-empowered', telling, { institution, on }, refusals.flatMap((refusal) => refusal.offices));
}

