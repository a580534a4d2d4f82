import { fillAll } from '../../copy/fill.ts'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import type { Target } from '../../domain/access/permissions.ts'
import type { Place } from '../../domain/access/roles.ts'
import { conflict } from '../guard/refusals.ts'

/** A row of a thing of an organisation, such as a code or site, as the permission table asks for it. */
export function targetOf(row: Place & { readonly organisationId: string | null }): Target {
  const { organisationId, provinceCode, communeCode } = row
  return { organisationId, place: { provinceCode, communeCode } }
}

/** An organisation's own row likewise. */
export function targetOfOrganisation(row: Place & { readonly id: string }): Target {
  return targetOf({ ...row, organisationId: row.id })
}

/** A row of what is of its place alone, and no organisation's. */
export function targetOfPlace(row: Place): Target {
  return targetOf({ ...row, organisationId: null })
}

/** Nothing is decided on a code that was entered by mistake. */
export function codeWithdrawn(code: string) {
  return conflict(fillAll(CODE_REFUSALS.withdrawn, { code }))
}
