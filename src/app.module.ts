import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { CalendarController } from './api/calendar.controller.js';
import { caseControllers } from './api/cases/controllers.js';
import { CompetencesController } from './api/competences.controller.js';
import { DocsController, StartController } from './api/docs.controller.js';
import { GovernanceController } from './api/governance.controller.js';
import { HealthController } from './api/health.controller.js';
import { setUpPipeline } from './api/pipeline.js';
import { SandboxController } from './api/sandbox.controller.js';
import { SessionsController } from './api/sessions.controller.js';
import { WellKnownController } from './api/well-known.controller.js';
import { CasesModule } from './cases/cases.module.js';
import type { Role } from './config.js';
import { engineParts } from './engine-parts.js';
import { GovernanceModule } from './governance/governance.module.js';
import { Powers } from './governance/powers/powers.js';
import { IDENTITY } from './identity/official.js';
import { NestLog } from './platform/log.js';
import { Metrics } from './platform/metrics.js';
import type { Parts } from './parts.js';
import { CLOCK, CONFIG, LOG, NEW_ID, QUEUES } from './platform/tokens.js';

@Module({})
// oxlint-disable-next-line typescript/no-extraneous-class -- Nest knows a module by its class
class AppModule {}

function appModule(parts: Parts): DynamicModule {
  const given = [
    ...engineParts(parts),
    { provide: CONFIG, useValue: parts.config },
    { provide: LOG, useValue: parts.log },
    { provide: CLOCK, useValue: parts.clock },
    { provide: NEW_ID, useValue: parts.newId },
    { provide: DataSource, useValue: parts.dataSource },
    { provide: QUEUES, useValue: parts.queues },
    { provide: IDENTITY, useValue: parts.identity },
    { provide: Metrics, useValue: new Metrics() },
  ];
  return {
    module: AppModule,
    global: true,
    imports: [GovernanceModule, CasesModule],
    controllers: controllersOf(parts.config.role),
    providers: given,
    exports: given,
  };
}

/** A worker answers for its health alone. */
function controllersOf(role: Role): NonNullable<DynamicModule['controllers']> {
  return role === 'worker' ? [HealthController] : [HealthController, WellKnownController, DocsController, StartController, GovernanceController, CompetencesController, CalendarController, SessionsController, SandboxController, ...caseControllers];
}

/** The application, ready to listen. Closing it leaves the database and the queues, which it did not open, alone. */
export async function createApp(parts: Parts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(appModule(parts), {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLog(parts.log),
  });
  setUpPipeline(app, {
    ...parts,
    metrics: app.get(Metrics),
    verifier: parts.identity.verifier,
    directory: app.get(Powers),
  });
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  app.useStaticAssets(swagger, { prefix: '/api/docs', index: false, redirect: false });
  await app.init();
  return app;
}
