import { fill } from '../../worker/copy/fill.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { nameIn, ORGANISATION_KINDS } from '../../worker/copy/names.ts'
import { ORGANISATION_COPY as W } from '../../worker/copy/portal/organisation.ts'
import { WAITING_COPY } from '../../worker/copy/portal/waiting.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { OrganisationsModel } from '../models/organisations.ts'
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
    { text: placeText(row) ?? WAITING_COPY.none[lang] },
  ]
}

/** Commune and province as one line; null when neither is known. */
function placeText(row: {
  readonly communeName: string | null
  readonly provinceName: string | null
}): string | null {
  const parts = [row.communeName, row.provinceName].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}
