import type { DistrictChange, NewDistrict } from '#contract'
import type { Actor } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import { deleteDistrict, insertDistrict, readDistrict, updateDistrict } from './districts-store.ts'
import { changing, made, removing } from './keeping.ts'

export const makeDistrict = async (database: Database, actor: Actor, { slug, name, position }: NewDistrict) =>
  made(await insertDistrict(database, actor, { slug, nameUk: name.uk, nameEn: name.en, position }), () =>
    readDistrict(database, slug),
  )

export const changeDistrict = (
  database: Database,
  actor: Actor,
  slug: string,
  seen: number,
  { name, position }: DistrictChange,
) =>
  changing(
    seen,
    () => readDistrict(database, slug),
    row =>
      updateDistrict(database, actor, row, {
        ...(name && { nameUk: name.uk, nameEn: name.en }),
        ...(position !== undefined && { position }),
      }),
  )

export const removeDistrict = (database: Database, actor: Actor, slug: string, seen: number) =>
  removing(
    seen,
    () => readDistrict(database, slug),
    row => deleteDistrict(database, actor, row),
  )
