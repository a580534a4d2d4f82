import type { OrganisationRow } from '../../../../../db/queries/organisations.ts'
import { fill } from '../../../../copy/fill.ts'
import { formatOn } from '../../../../copy/format.ts'
import { ORGANISATION_COPY as W } from '../../../../copy/portal/organisation.ts'
import type { Language } from '../../../../lib/text/local-text.ts'
import { ORGANISATION } from '../../../../resources/organisation.ts'
import { factsOf } from '../../../../resources/resource.ts'

/** What is known of an organisation, in the order in which it is asked. */
export function organisationFacts(row: OrganisationRow, lang: Language) {
  const consent = mayBePerson(row.kind) ? [] : ['nameConsentOn']
  const facts = factsOf(ORGANISATION, { row, lang, without: ['name', ...consent] })
  if (row.suspendedOn === null) return facts
  return [...facts, { label: W.suspendedSince[lang], text: formatOn(row.suspendedOn, lang) }]
}

/** What is odd about a tax number: enterprises have 10 digits, their branches 13. Null when nothing is. */
export function taxNumberWarning(
  taxNo: string | null,
  kind: string,
  lang: Language,
): string | null {
  if (taxNo === null) return null
  const digits = taxNo.replace(/[\s.-]/g, '')
  if (/^(?:\d{10}|\d{13})$/.test(digits)) return null
  // Since 2025-07-01 a person's identity number is their tax number.
  if (mayBePerson(kind) && /^\d{12}$/.test(digits)) return null
  return fill(W.taxNoOdd[lang], { taxNo })
}

function mayBePerson(kind: string): boolean {
  return kind === 'household' || kind === 'farm'
}
