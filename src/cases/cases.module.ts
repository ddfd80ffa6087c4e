import { Module } from '@nestjs/common';
import { GovernanceModule } from '../governance/governance.module.js';
import { Assumptions } from './assumptions.js';
import { Casting } from './casting.js';
import { Desk } from './desk.js';
import { Diagrams } from './diagram/diagrams.js';
import { Durations } from './durations/durations.js';
import { Journals } from './journals.js';
import { Judging } from './judging.js';
import { OpeningDesk } from './opening-desk.js';
import { Outlines } from './outline/outlines.js';
import { Register } from './register/register.js';
import { TaskList } from './register/task-list.js';
import { CaseViewer } from './view/case-view.js';
import { Migrations } from './migrations.js';
import { NextActs } from './view/next.js';
import { TaskViews } from './view/task-views.js';
import { Visibility } from './visibility.js';
import { Workflows } from './workflows.js';

const services = [Assumptions, Migrations, Casting, Desk, Durations, Journals, Judging, OpeningDesk, Diagrams, Outlines, Register, TaskList, CaseViewer, NextActs, TaskViews, Visibility, Workflows];

/** Needs providers of the engine, of `DataSource` and of `Tools` that every module sees. */
@Module({ imports: [GovernanceModule], providers: services, exports: services })
// oxlint-disable-next-line typescript/no-extraneous-class -- Nest knows a module by its class
export class CasesModule {}
