import { Controller, Get, Header, Redirect, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Language } from '../i18n/language.js';
import type { ApiCall } from './call.js';
import { CurrentCall } from './call.js';
import { openApiDocument } from './openapi.js';
import { apiRoutes } from './routes.js';

/** The description of the API and a page to explore it. Public: it says nothing about anybody. */
@Controller('api')
export class DocsController {
  readonly #documents = new Map<Language, string>();

  @Get('openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Vary', 'Accept-Language')
  document(@CurrentCall() call: ApiCall): string {
    const known = this.#documents.get(call.language);
    if (known) return known;
    const made = JSON.stringify(openApiDocument(apiRoutes, call.language));
    this.#documents.set(call.language, made);
    return made;
  }

  @Get('docs')
  page(@CurrentCall() call: ApiCall, @Res() response: Response): void {
    // Swagger UI sets style attributes in its markup; scripts still come from files of ours only.
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    );
    response.type('html').send(PAGE.replace('{lang}', call.language));
  }

  @Get('docs/start.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    return "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#page', deepLinking: true, persistAuthorization: false, validatorUrl: null });\n";
  }
}

/** Whoever opens the address that was printed sees what there is. */
@Controller()
export class StartController {
  @Get(['', 'api'])
  @Redirect('/api/docs')
  start(): Record<string, never> {
    return {};
  }
}

const PAGE = `<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Convenio API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="page"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`;
