import { listProvinces } from '../../../db/queries/accounts-places.ts'
import { EVERY_PLACE } from '../../../db/queries/mapped-places.ts'
import { type PlaceSum, sumByPlace } from '../../../db/queries/site-map.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'

export type PublicMap = {
  /** The province whose communes are told; null for the country, or where there is none such. */
  readonly province: string | null
  readonly rows: readonly PlaceSum[]
}

/**
 * Coded places added up by province, or by commune of one province: what anyone may know of where
 * coded produce grows. No outline, holder or household; points are the middle of a whole commune.
 */
export function publicMap(
  deps: PublicReadDeps,
  { provinceCode }: { readonly provinceCode: string | null },
): Promise<Fresh<PublicMap>> {
  const day = vietnamDateOf(deps.now())
  const bounds =
    provinceCode === null ? null : ({ kind: 'place', provinceCode, communeCode: null } as const)
  return readFresh(deps, {
    key: `map-2:${day}:${provinceCode ?? ''}`,
    load: async () => {
      const db = deps.db()
      const by = provinceCode === null ? 'province' : 'commune'
      const [provinces, rows] = await Promise.all([
        provinceCode === null ? [] : listProvinces(db),
        sumByPlace(db, { ...EVERY_PLACE, bounds, by, day }),
      ])
      return { province: provinces.find(({ code }) => code === provinceCode)?.name ?? null, rows }
    },
  })
}
