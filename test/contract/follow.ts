import { isDeepStrictEqual } from 'node:util';
import type { Deed, Way } from '../engine/core/ways.js';
import { expecting, nameOf, type OfficeOf } from '../support/office.js';
import type { CaseView, Client, NextView, OpeningWay, WorkflowView } from './client.js';

/** Goes a way over HTTP, doing only what is offered; answers the outcome it comes to. Throws with what was offered where the way breaks off. */
export async function follow(client: Client, { name: workflow, open: { examples } }: WorkflowView, { opening, outcome, deeds }: Way): Promise<string | null> {
  let view = await client.open(workflow, wayIn(examples, opening));
  for (const [index, deed] of deeds.entries()) {
    if ('waitsUntil' in deed) {
      await client.advanceTo(`${deed.waitsUntil}T15:00:00.000Z`);
      view = await client.view(view.id);
      continue;
    }
    const offer = offered(view, deed);
    if (!offer) throw new Error(`${workflow} to ${outcome}, after\n  ${deeds.slice(0, index).map(told).join('\n  ')}\nin ${view.state.join()} not offered: ${JSON.stringify(deed)}\noffered:\n  ${view.next.map(inShort).join('\n  ')}`);
    view = expecting(200, await client.send(view, ...offer));
  }
  return view.outcome;
}

function wayIn(examples: readonly OpeningWay[], opening: Way['opening']): OpeningWay {
  const found = examples.find(({ example }) => isDeepStrictEqual(plain(example), plain(opening)));
  if (!found) throw new Error(`no way in like ${JSON.stringify(opening)}`);
  return found;
}

/** The entry of `next` that the deed is, and the office it is done in. */
function offered({ next }: CaseView, { does, as, example, leadsTo }: Extract<Deed, { does: string }>): readonly [NextView, OfficeOf] | undefined {
  const wanted = JSON.stringify([...leadsTo].toSorted());
  return next.filter((one) => one.allowed && one.event === does && isDeepStrictEqual(plain(one.example), plain(example)) && JSON.stringify(one.leadsTo.map(({ state }) => state).toSorted()) === wanted)
    .flatMap((one) => one.offices.filter((office) => nameOf(office) === as).map((office) => [one, office] as const))[0];
}

function told(deed: Deed): string {
  return 'does' in deed ? `${deed.does} as ${deed.as}` : `… ${deed.waitsUntil}`;
}

function inShort({ event, offices, allowed, example, leadsTo, why }: NextView): string {
  return `${event} by ${offices.map(nameOf).join()}: ${allowed ? `${JSON.stringify(example)} to ${leadsTo.map(({ state }) => state).join()}` : `not, ${why.map(({ code }) => code).join()}`}`;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
