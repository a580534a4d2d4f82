import {
  listProvinces,
  type PlaceChoice,
  readPlaceNames,
} from '../../../db/queries/accounts-places.ts'
import { grantableRoles, hasPlace } from '../../domain/access/grants.ts'
import { EVERYWHERE, ROLES, type Role } from '../../domain/access/roles.ts'
import type { Reading } from '../context.ts'

export type GrantChoices = {
  readonly roles: readonly Role[]
  /** Null where no role with a place may be handed out. */
  readonly places: {
    readonly provinces: readonly PlaceChoice[]
    /** True where the whole country may be given. */
    readonly everywhere: boolean
    /** What the form begins with: the giver's own place. */
    readonly own: { readonly province: string; readonly commune: string }
  } | null
}

/** The roles and places somebody may hand out, for a form. */
export async function placeChoices(ctx: Reading): Promise<GrantChoices> {
  const { actor } = ctx
  const roles = actor.kind === 'user' ? grantableRoles(actor.role) : ROLES
  if (!roles.some(hasPlace)) return { roles, places: null }
  const bounded = actor.kind === 'user' && actor.role !== 'admin'
  const { provinceCode, communeCode } = bounded ? actor.place : EVERYWHERE
  const provinces = await listProvinces(ctx.db)
  const names = await readPlaceNames(ctx.db, { provinceCode, communeCode })
  return {
    roles,
    places: {
      provinces: provinces.filter(({ code }) => provinceCode === null || code === provinceCode),
      everywhere: provinceCode === null,
      own: { province: provinceCode ?? '', commune: names.communeName ?? '' },
    },
  }
}
