/** A route's path as the OpenAPI document writes it: `/forums/:forum` and `/forums/:forum{.+\.ics}` as `{forum}` and `{forum}.ics`. */
export const documentedPath = (routed: string): string =>
  routed.replaceAll(/:(\w+)(?:\{\.\+\\(\.\w+)\})?/g, (_, name: string, ending = '') => `{${name}}${ending}`)
