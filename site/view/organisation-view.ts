import type { Language } from '../../worker/domain/text.ts'
import { fill } from '../../worker/domain/words/fill.ts'
import { formatOn } from '../../worker/domain/words/format.ts'
import { nameIn, ORGANISATION_KINDS } from '../../worker/domain/words/names.ts'
import { ORGANISATION_WORDS as W } from '../../worker/domain/words/portal/organisation-words.ts'
import { WAITING_WORDS } from '../../worker/domain/words/portal/waiting-words.ts'
import type { OrganisationFacts, OrganisationsModel } from '../models/organisations.ts'
import type { TableCell } from '../models/portal-common.ts'

/** An organisation in the list: name (and suspension), kind, place. */
export function organisationRow(
  row: OrganisationsModel['rows'][number],
  lang: Language,
): TableCell[] {
  const { suspendedOn } = row
  const small =
    suspendedOn === null ? null : fill(W.suspended[lang], { on: formatOn(suspendedOn, lang) })
  return [
    { text: row.name, href: `/portal/organisations/${encodeURIComponent(row.id)}`, small },
    { text: nameIn(ORGANISATION_KINDS, row.kind, lang) },
    { text: placeText(row) ?? WAITING_WORDS.none[lang] },
  ]
}

/** Commune and province as one line; null when neither is known. */
export function placeText(row: {
  readonly communeName: string | null
  readonly provinceName: string | null
}): string | null {
  const parts = [row.communeName, row.provinceName].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}

type Fact = { readonly label: string; readonly text: string | null; readonly code?: boolean }

/** What is known of an organisation, in the order in which it is asked. */
export function organisationFacts(row: OrganisationFacts, lang: Language): Fact[] {
  const facts: Fact[] = [
    { label: W.kind[lang], text: nameIn(ORGANISATION_KINDS, row.kind, lang) },
    { label: W.address[lang], text: row.address },
    { label: W.place[lang], text: placeText(row) },
    { label: W.taxNo[lang], text: row.taxNo, code: true },
    { label: W.gln[lang], text: row.gln, code: true },
    { label: W.hotline[lang], text: row.hotline },
    { label: W.email[lang], text: row.email },
  ]
  if (mayBePerson(row.kind)) {
    const on = row.nameConsentOn
    facts.push({ label: W.consent[lang], text: on === null ? null : formatOn(on, lang) })
  }
  if (row.suspendedOn !== null) {
    facts.push({ label: W.suspendedSince[lang], text: formatOn(row.suspendedOn, lang) })
  }
  return facts
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
