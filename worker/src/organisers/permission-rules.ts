import type { Role } from './organiser.ts'

/**
 * What a role may do. `read`: the programme with its drafts; `texts`: write it; `organise`: make, move and remove;
 * `people`: see and change who comes; `door`: check them in; `figures`: numbers; `organisers`: give others a token;
 * `city`: what belongs to all districts; `self`: know who one is.
 */
const permissions = ['self', 'read', 'texts', 'organise', 'people', 'door', 'figures', 'organisers', 'city'] as const

export type Permission = (typeof permissions)[number]

const ofRole: Readonly<Record<Role, readonly Permission[]>> = {
  city: permissions,
  district: ['self', 'read', 'texts', 'organise', 'people', 'door', 'figures', 'organisers'],
  editor: ['self', 'read', 'texts'],
  desk: ['self', 'door'],
  analyst: ['self', 'figures'],
}

export const permissionsOf = (role: Role): readonly Permission[] => ofRole[role]

const oneOf = (path: string, read: Permission, write: Permission): Readonly<Record<string, Permission>> => ({
  [`GET ${path}`]: read,
  [`PATCH ${path}`]: write,
  [`DELETE ${path}`]: write,
})

const many = (path: string, read: Permission, write: Permission): Readonly<Record<string, Permission>> => ({
  [`GET ${path}`]: read,
  [`POST ${path}`]: write,
})

/** What each operation needs. An operation that is not here is nobody's. */
export const needs: Readonly<Record<string, Permission>> = {
  'GET /admin/me': 'self',
  ...many('/admin/organisers', 'organisers', 'organisers'),
  ...oneOf('/admin/organisers/{organiser}', 'organisers', 'organisers'),
  ...many('/admin/series', 'read', 'city'),
  ...oneOf('/admin/series/{series}', 'read', 'city'),
  ...many('/admin/districts', 'read', 'city'),
  ...oneOf('/admin/districts/{district}', 'read', 'city'),
  ...many('/admin/sites', 'organise', 'organise'),
  ...oneOf('/admin/sites/{hostname}', 'organise', 'organise'),
  ...many('/admin/venues', 'read', 'texts'),
  ...oneOf('/admin/venues/{venue}', 'read', 'texts'),
  ...many('/admin/forums', 'read', 'texts'),
  ...oneOf('/admin/forums/{forum}', 'read', 'texts'),
  'DELETE /admin/forums/{forum}': 'organise',
  'POST /admin/forums/{forum}/moves': 'organise',
  ...many('/admin/forums/{forum}/activities', 'read', 'texts'),
  ...oneOf('/admin/forums/{forum}/activities/{activity}', 'read', 'texts'),
  'GET /admin/registrations': 'people',
  ...many('/admin/forums/{forum}/registrations', 'people', 'people'),
  'GET /admin/forums/{forum}/registrations/{code}': 'people',
  'PATCH /admin/forums/{forum}/registrations/{code}': 'people',
  'POST /admin/forums/{forum}/registrations/{code}/cancellation': 'people',
  'POST /admin/forums/{forum}/registrations/{code}/promotion': 'people',
  'POST /admin/forums/{forum}/registrations/{code}/transfer': 'people',
  'POST /admin/forums/{forum}/registrations/{code}/merge': 'people',
  ...many('/admin/forums/{forum}/letters', 'people', 'people'),
  'GET /admin/forums/{forum}/letters/{letter}': 'people',
  'DELETE /admin/forums/{forum}/letters/{letter}': 'people',
  'POST /admin/forums/{forum}/letters/{letter}/sending': 'people',
  'GET /admin/forums/{forum}/exports/{format}': 'people',
  'GET /admin/forums/{forum}/sign-in-sheet': 'people',
  'GET /admin/forums/{forum}/door': 'door',
  'POST /admin/forums/{forum}/check-ins': 'door',
  'DELETE /admin/forums/{forum}/check-ins/{code}': 'door',
  'POST /admin/forums/{forum}/walk-ins': 'door',
  'POST /admin/forums/{forum}/scans': 'door',
  'GET /admin/figures': 'figures',
  'GET /admin/audit': 'city',
  ...many('/admin/webhooks', 'organise', 'organise'),
  ...oneOf('/admin/webhooks/{webhook}', 'organise', 'organise'),
  'GET /admin/webhooks/{webhook}/deliveries': 'organise',
  'POST /admin/webhooks/{webhook}/deliveries/{delivery}/replay': 'organise',
}

/** Undefined: default deny. */
export const permissionFor = (operation: string): Permission | undefined =>
  Object.hasOwn(needs, operation) ? needs[operation] : undefined

export const may = (role: Role, permission: Permission): boolean => ofRole[role].includes(permission)

/** Everybody who may. */
export const rolesThatMay = (permission: Permission): Role[] =>
  (Object.keys(ofRole) as Role[]).filter(role => may(role, permission))
