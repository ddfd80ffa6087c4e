import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { readiness } from '../platform/health.js';
import type { Pinged, Readiness } from '../platform/health.js';
import { Metrics } from '../platform/metrics.js';
import { QUEUES } from '../platform/tokens.js';
import type { ApiRoutes } from './openapi.js';

@Controller()
export class HealthController {
  readonly #dataSource: DataSource;
  readonly #queues: Pinged;
  readonly #metrics: Metrics;

  constructor(@Inject(DataSource) dataSource: DataSource, @Inject(QUEUES) queues: Pinged, @Inject(Metrics) metrics: Metrics) {
    this.#dataSource = dataSource;
    this.#queues = queues;
    this.#metrics = metrics;
  }

  @Get('health/live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const found = await readiness(this.#dataSource, this.#queues);
    response.status(found.status === 'unready' ? 503 : 200).setHeader('Cache-Control', 'no-store');
    return found;
  }

  @Get('metrics')
  async metrics(@Res() response: Response): Promise<void> {
    response.type(this.#metrics.registry.contentType).send(await this.#metrics.registry.metrics());
  }
}

export const healthRoutes: ApiRoutes = {
  'GET /health/live': {
    summary: { es: 'Si el proceso vive', en: 'Whether the process is alive' },
    tag: 'operation',
    open: true,
    answers: { 200: {} },
  },
  'GET /health/ready': {
    summary: { es: 'Si puede atender: base de datos, migraciones, cola', en: 'Whether it can serve: database, migrations, queue' },
    tag: 'operation',
    open: true,
    answers: { 200: {}, 503: {} },
  },
  'GET /metrics': {
    summary: { es: 'Métricas para Prometheus', en: 'Metrics for Prometheus' },
    tag: 'operation',
    open: true,
    answers: { 200: { type: 'text/plain' } },
  },
};
