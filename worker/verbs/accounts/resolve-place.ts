import { findCommune, listProvinces } from '../../../db/queries/accounts-places.ts'
import { PLACE_REFUSALS } from '../../copy/refusals/places.ts'
import { hasPlace } from '../../domain/access/grants.ts'
import { EVERYWHERE, type Place, type Role } from '../../domain/access/roles.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Lookup } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'

const KINDS = ['', 'xa ', 'phuong ', 'dac khu ']

/**
 * The place of a role from what was typed: a province's code, and the name or code of one of its
 * communes. Roles without a place get none. Refuses a province or commune that is not in force.
 */
export async function resolvePlace(
  ctx: Lookup,
  typed: {
    readonly role: Role
    readonly province?: string | undefined
    readonly commune?: string | undefined
  },
): Promise<Place> {
  const province = typed.province?.trim() ?? ''
  const commune = typed.commune?.trim() ?? ''
  if (!hasPlace(typed.role)) return EVERYWHERE
  if (province === '') {
    if (commune === '') return EVERYWHERE
    throw invalidField('province', PLACE_REFUSALS.provinceOfCommune)
  }
  const provinceCode = (await listProvinces(ctx.db)).find(({ code }) => code === province)?.code
  if (provinceCode === undefined) throw invalidField('province', PLACE_REFUSALS.provinceGone)
  if (commune === '') return { provinceCode, communeCode: null }
  const found = await communeCalled(ctx, { provinceCode, name: commune })
  if (found === null) throw invalidField('commune', PLACE_REFUSALS.communeNotThere)
  return { provinceCode, communeCode: found.code }
}

/** The commune in force of a province that goes by a name, with or without its kind; null for none. */
export function communeCalled(
  { db }: Lookup,
  of: { readonly provinceCode: string; readonly name: string },
) {
  const folded = foldVietnamese(of.name)
  const namesFolded = KINDS.map((kind) => `${kind}${folded}`)
  return findCommune(db, { provinceCode: of.provinceCode, namesFolded })
}
