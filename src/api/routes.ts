import { calendarRoutes } from './calendar.controller.js';
import { caseRoutes } from './cases/controllers.js';
import { competenceRoutes } from './competences.controller.js';
import { governanceRoutes } from './governance.controller.js';
import { healthRoutes } from './health.controller.js';
import { sandboxRoutes } from './sandbox.controller.js';
import { sessionsRoutes } from './sessions.controller.js';
import type { ApiRoutes } from './openapi.js';

/** Every documented route. A test holds it against what Nest really serves. */
export const apiRoutes: ApiRoutes = { ...healthRoutes, ...governanceRoutes, ...competenceRoutes, ...calendarRoutes, ...sessionsRoutes, ...sandboxRoutes, ...caseRoutes };

/** The methods that a path takes, for the `Allow` of a 405; empty when nothing is there. */
export function methodsOf(path: string): readonly string[] {
  const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}

const patterns = Object.keys(apiRoutes).map((key) => {
  const [method = '', template = ''] = key.split(' ');
  return { method, pattern: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`, 'i') };
});
