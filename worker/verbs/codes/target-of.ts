import { fillAll } from '../../copy/fill.ts'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import type { Target } from '../../domain/access/permissions.ts'
import { conflict } from '../guard/refusals.ts'

/** A code's or site's row as the permission table asks for it. */
export function targetOf(row: {
  readonly organisationId: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
}): Target {
  const { organisationId, provinceCode, communeCode } = row
  return { organisationId, place: { provinceCode, communeCode } }
}

/** An organisation's own row likewise. */
export function targetOfOrganisation(row: {
  readonly id: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
}): Target {
  const { id: organisationId, provinceCode, communeCode } = row
  return { organisationId, place: { provinceCode, communeCode } }
}

/** Nothing is decided on a code that was entered by mistake. */
export function codeWithdrawn(code: string) {
  return conflict(fillAll(CODE_REFUSALS.withdrawn, { code }))
}
