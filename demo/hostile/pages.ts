import type { HostPage } from './host-page.ts'
import { installationPages } from './installations.ts'
import { libraryPages } from './libraries.ts'
import { lookPages } from './looks.ts'
import { policyPages } from './policies.ts'

/** Every rude page. */
export const hostilePages: readonly HostPage[] = [...libraryPages, ...policyPages, ...lookPages, ...installationPages]
