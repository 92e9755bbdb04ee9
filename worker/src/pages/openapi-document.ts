import { version } from '../../../package.json'
import type { Api } from '../http/api.ts'

/** OpenAPI 3.1, generated from the schemas that validate. */
export const openApiDocument = (app: Api) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Kyiv Forums',
      version,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      description:
        "The schedule of a city's civil-society forums, registration for them, and the lists of their organisers. " +
        'Inside `v1` it only grows. Refusals are `application/problem+json` (RFC 9457) with a stable `code`: see [all of them](/docs/problems).',
    },
  })
