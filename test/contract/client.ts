import { expecting, nameOf, type Next, type Office, type OfficeOf, type Reply, type View } from '../support/office.js';

export type Json = Readonly<Record<string, unknown>>;

/** One way to open a case, with the offices that may. */
export interface OpeningWay {
  readonly offices: readonly OfficeOf[];
  readonly example: Json;
}

/** What the contract says of a workflow, as far as a client asks. */
export interface WorkflowView {
  readonly name: string;
  readonly version: number;
  readonly deadlines: readonly { readonly name: string; readonly unit: string; readonly rollover: string; readonly assumptions: readonly string[] }[];
  readonly outcomes: readonly { readonly outcome: string }[];
  readonly open: OpeningWay & { readonly examples: readonly OpeningWay[] };
}

export interface NextView extends Next {
  readonly leadsTo: readonly { readonly state: string }[];
}

export interface TaskView extends Json {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly offices: readonly string[];
  readonly institution: string;
  readonly events: readonly string[];
}

export interface CaseView extends View {
  readonly workflow: string;
  readonly version: number;
  readonly territory: string | null;
  readonly tasks: readonly TaskView[];
  readonly next: readonly NextView[];
}

export interface InCharge {
  readonly code: string;
  readonly inCharge: { readonly institution: string; readonly since: string | null; readonly until: string | null } | null;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

const english = { 'accept-language': 'en' };

/**
 * A program that knows nothing of any workflow: it opens a case with the example it is given, does what `next` offers with
 * the example that stands there, and waits. It reads as the administrator, who may see everything and do nothing.
 */
export class Client {
  constructor(private readonly office: Office, private readonly reader = 'admin.subdere') {}

  async workflows(): Promise<readonly string[]> {
    return (await this.read<Page<{ name: string }>>('/workflows')).items.map(({ name }) => name);
  }

  workflow(name: string): Promise<WorkflowView> {
    return this.read(`/workflows/${name}`);
  }

  async open(workflow: string, { offices, example }: OpeningWay): Promise<CaseView> {
    return expecting(201, await this.office.post<CaseView>(nameOf(offices[0]), '/cases', { workflow, ...example }, english));
  }

  view(id: string): Promise<CaseView> {
    return this.read(`/cases/${id}`);
  }

  /** Does an entry of `next` as one of its offices. */
  send({ id }: CaseView, { event: type, example: data }: Next, as: OfficeOf): Promise<Reply<CaseView>> {
    return this.office.post(nameOf(as), `/cases/${id}/events`, { type, data, office: as.office }, english);
  }

  /** Extends, suspends or resumes a deadline of a case. */
  onDeadline({ id }: CaseView, { name, subject }: Json & { readonly name: string }, act: 'extend' | 'suspend' | 'resume', as: OfficeOf): Promise<Reply<CaseView>> {
    const said = { ...(act !== 'resume' && { reason: 'Faltan antecedentes', basis: 'Ley 19.880 art. 26' }), ...(act === 'extend' && { amount: 3 }), ...(subject !== '' && { subject }) };
    return this.office.post(nameOf(as), `/cases/${id}/deadlines/${name}/${act}`, { ...said, office: as.office }, english);
  }

  /** The training clock: where it stands once all that fell due has happened. */
  async advanceTo(instant: string): Promise<string> {
    return expecting(200, await this.office.post<{ now: string }>(this.reader, '/sandbox/clock', { advanceTo: instant })).now;
  }

  /** What an institution has to do in one case, as its inbox says. */
  async tasks(institution: string, caseId: string): Promise<readonly TaskView[]> {
    const { items } = await this.read<Page<TaskView & { case: { id: string } }>>(`/tasks?institution=${institution}&limit=200`);
    return items.filter((task) => task.case.id === caseId).map(({ case: _case, ...task }) => task as TaskView);
  }

  async journal(id: string): Promise<readonly Json[]> {
    return (await this.read<Page<Json>>(`/cases/${id}/journal`)).items;
  }

  due(question: Readonly<Record<string, string>>, suspensions: readonly string[]): Promise<{ readonly due: string }> {
    return this.read(`/calendar/due?${new URLSearchParams([...Object.entries(question), ...suspensions.map((range): [string, string] => ['suspend', range])]).toString()}`);
  }

  /** Who is in charge of everything in a commune on a day. */
  async competences(commune: string, at: string): Promise<readonly InCharge[]> {
    const page = await this.read<Page<InCharge>>(`/competences?territory=${commune}&at=${at}&limit=200`);
    if (page.nextCursor !== null) throw new Error('more competences than one page holds');
    return page.items;
  }

  /** Who was, is and will be in charge of one competence in a commune; null where there is none of that code. */
  async history(code: string, commune: string): Promise<readonly { readonly inCharge: NonNullable<InCharge['inCharge']> }[] | null> {
    const { status, body } = await this.office.get<{ history: readonly { readonly inCharge: NonNullable<InCharge['inCharge']> }[] }>(this.reader, `/competences/${code}?territory=${commune}`, english);
    return status === 404 ? null : body.history;
  }

  private async read<Body>(path: string): Promise<Body> {
    return expecting(200, await this.office.get<Body>(this.reader, path, english));
  }
}
