import type { Workflow } from '../src/kit/index.js';
import lock from './catalogue.lock.json' with { type: 'json' };
import { competenceTransfer } from './competence-transfer/workflow.js';
import { fndrTransfer } from './fndr-transfer/workflow.js';
import { municipalAssociation } from './municipal-association/workflow.js';

/** A workflow that may run, with the hash of its source as the lock file holds it: what every journal line names. */
export interface CatalogueEntry extends Workflow {
  readonly hash: string;
}

/** Every version of every workflow that may run; a version stays here as long as a case of it is open. */
export const catalogue: readonly CatalogueEntry[] = [competenceTransfer, fndrTransfer, municipalAssociation].map(locked);

function locked(workflow: Workflow): CatalogueEntry {
  const key = `${workflow.name}@${workflow.version}`;
  const entry = (lock as Readonly<Record<string, { readonly hash: string } | undefined>>)[key];
  if (!entry) throw new Error(`${key} is not in catalogue.lock.json: run node bin/lock-catalogue.mjs`);
  return { ...workflow, hash: entry.hash };
}
