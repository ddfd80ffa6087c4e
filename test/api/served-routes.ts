import type { NestExpressApplication } from '@nestjs/platform-express';
import { z } from 'zod';

const Layer = z.object({ route: z.object({ path: z.string(), methods: z.record(z.string(), z.boolean()) }).optional() });
const Stack = z.array(Layer);

/** What Express really serves, as `GET /path/{name}`. */
export function servedRoutes(nest: NestExpressApplication): readonly string[] {
  return Stack.parse(nest.getHttpAdapter().getInstance().router.stack).flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`) : [],
  );
}
