import { Module } from '@nestjs/common';
import { DatedValues } from './dated-values.js';
import { Directory } from './directory.js';
import { Places } from './places.js';
import { Empowering } from './powers/empowering.js';
import { Powers } from './powers/powers.js';
import { Competences, Surroundings } from '../engine/ports.js';
import { GovernedCompetences } from './competences/governed-competences.js';
import { Ledger } from './competences/ledger.js';
import { Sessions } from './sessions/sessions.js';
import { GovernedSurroundings } from './surroundings.js';

/** Needs a provider of TypeORM's `DataSource` that every module sees. */
@Module({
  providers: [Directory, DatedValues, Places, Powers, Empowering, Sessions, Ledger, { provide: Surroundings, useClass: GovernedSurroundings }, { provide: Competences, useClass: GovernedCompetences }],
  exports: [Directory, DatedValues, Places, Powers, Empowering, Sessions, Ledger, Surroundings, Competences],
})
// oxlint-disable-next-line typescript/no-extraneous-class -- Nest knows a module by its class
export class GovernanceModule {}
