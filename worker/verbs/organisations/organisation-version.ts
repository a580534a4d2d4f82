import type { OrganisationRow } from '../../../db/queries/organisations.ts'
import { toHex } from '../imports/to-hex.ts'

/** The columns a form shows, in its order. */
export function editedColumns(row: OrganisationRow) {
  const { name, kind, nameConsentOn, taxNo, gln, address } = row
  const { communeName, provinceName, hotline, email } = row
  return {
    ...{ name, kind, nameConsentOn, taxNo, gln, address },
    ...{ communeName, provinceName, hotline, email },
  }
}

/** A short text that changes whenever what the form shows has changed: of two editors one is told. */
export async function organisationVersion(row: OrganisationRow): Promise<string> {
  const text = JSON.stringify(Object.values(editedColumns(row)))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return toHex(digest).slice(0, 16)
}
