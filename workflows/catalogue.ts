import type { Workflow } from '../src/kit/index.js';
import lock from './catalogue.lock.json' with { type: 'json' };
import { affectedBodiesOpinion } from './affected-bodies-opinion/workflow.js';
import { assetHandover } from './asset-handover/workflow.js';
import { competenceDispute } from './competence-dispute/workflow.js';
import { competenceTransfer } from './competence-transfer/workflow.js';
import { coordinationMeasure } from './coordination-measure/workflow.js';
import { fndrTransfer } from './fndr-transfer/workflow.js';
import { interMunicipalAgreement } from './inter-municipal-agreement/workflow.js';
import { intercommunalInvestmentPlan } from './intercommunal-investment-plan/workflow.js';
import { metropolitanArea } from './metropolitan-area/workflow.js';
import { municipalAssociation } from './municipal-association/workflow.js';
import { municipalDevelopmentPlan } from './municipal-development-plan/workflow.js';
import { municipalLandUsePlan, municipalLandUsePlanV2 } from './municipal-land-use-plan/workflow.js';
import { programmingAgreement } from './programming-agreement/workflow.js';
import { silenceCertificate } from './silence-certificate/workflow.js';
import { territorialProgrammingAgreement } from './territorial-programming-agreement/workflow.js';

/** A workflow that may run, with the hash of its source as the lock file holds it: what every journal line names. */
export interface CatalogueEntry extends Workflow {
  readonly hash: string;
  /** The day it was frozen and given to others; null while its source may still be corrected. */
  readonly released: string | null;
}

/** Every version of every workflow that may run; a version stays here as long as a case of it is open. */
export const catalogue: readonly CatalogueEntry[] = [
  affectedBodiesOpinion, assetHandover, competenceDispute, competenceTransfer, coordinationMeasure, fndrTransfer,
  interMunicipalAgreement, intercommunalInvestmentPlan, metropolitanArea, municipalAssociation, municipalDevelopmentPlan, municipalLandUsePlan,
  municipalLandUsePlanV2, programmingAgreement, silenceCertificate, territorialProgrammingAgreement,
].map(locked);

function locked(workflow: Workflow): CatalogueEntry {
  const key = `${workflow.name}@${workflow.version}`;
  const entry = (lock as Readonly<Record<string, { readonly hash: string; readonly released: string | null } | undefined>>)[key];
  if (!entry) throw new Error(`${key} is not in catalogue.lock.json: run node bin/lock-catalogue.mjs`);
  return { ...workflow, hash: entry.hash, released: entry.released };
}
