import { permissionFor, rolesThatMay } from '../organisers/permission-rules.ts'
import { isRefusal, refusalAt } from './documented-refusals.ts'
import type { Operation } from './openapi-document.ts'
import { operationNames } from './operation-names.ts'
import { parameterWords } from './parameter-words.ts'

/**
 * What no route has to say of itself: its name, who may, and the refusals of the doors before it. `name` is
 * `GET /admin/me`.
 */
export const completeOperation = (name: string, operation: Operation): Operation => {
  const operationId = operationNames[name]
  const description = [operation.description, whoMay(name)].filter(Boolean).join('\n\n')
  return {
    ...operation,
    ...(operationId && { operationId }),
    ...(description && { description }),
    ...(operation.parameters && { parameters: operation.parameters.map(described) }),
    security: operation.security ?? [],
    responses: answersOf(name, operation),
  }
}

type Parameter = NonNullable<Operation['parameters']>[number]

const described = (parameter: Parameter): Parameter => {
  if ('$ref' in parameter) return parameter
  const { schema } = parameter
  const description = (schema && 'description' in schema && schema.description) || parameterWords[parameter.name]
  return description ? { description, ...parameter } : parameter
}

const whoMay = (name: string): string | undefined => {
  const permission = permissionFor(name)
  return permission && `Needs \`${permission}\`: ${rolesThatMay(permission).join(', ')}.`
}

/** In the order of their statuses; each refusal is a reference to the one place that shows it. */
const answersOf = (name: string, operation: Operation): NonNullable<Operation['responses']> => {
  const own = operation.responses ?? {}
  const refusals = [...Object.keys(own).filter(status => isProblem(own[status])), ...atTheDoors(name, operation)]
  return {
    ...own,
    ...Object.fromEntries(
      refusals
        .map(Number)
        .filter(isRefusal)
        .filter(status => !own[status] || isProblem(own[status]))
        .map(status => [status, refusalAt(status)]),
    ),
  }
}

const isProblem = (answer: unknown): boolean => JSON.stringify(answer).includes('application/problem+json')

/** What middleware answers before the route is asked. */
const atTheDoors = (name: string, { requestBody, parameters = [] }: Operation): string[] => {
  const changesWhatWasSeen = parameters.some(parameter => 'name' in parameter && parameter.name === 'if-match')
  return [
    name.includes(' /admin/') ? ['401', '403'] : [],
    requestBody ? ['400', '413', '415', '422'] : [],
    changesWhatWasSeen ? ['400', '412', '428'] : [],
    ['500', '503'],
  ].flat()
}
