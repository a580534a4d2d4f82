import type { CertificationItem } from '../../../../db/queries/certifications.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatOn } from '../../../copy/format.ts'
import { CERTIFICATION_STATE_NAMES } from '../../../copy/portal/certification.ts'
import { certificationName } from '../../../copy/portal/certification-messages.ts'
import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import { certificationOn } from '../../../domain/certifications/standing.ts'
import type { Language } from '../../../lib/text/local-text.ts'

/** Certifications as a table, each with where it stands on a day. */
export function certificationTable(
  rows: readonly CertificationItem[],
  { today, lang }: { readonly today: string; readonly lang: Language },
) {
  const columns = [W.what, W.about, W.validUntil, W.state].map((name) => ({ name: name[lang] }))
  return { columns, rows: rows.map((row) => cellsOf(row, { today, lang })) }
}

function cellsOf(
  row: CertificationItem,
  { today, lang }: { readonly today: string; readonly lang: Language },
): TableCell[] {
  const { id, organisation, expiresOn, analyte, result, unit } = row
  const found = [analyte, result, unit].filter((part) => part !== null).join(' ')
  return [
    {
      text: certificationName(row)[lang],
      href: certificationPath(id),
      ...(found === '' ? {} : { small: found }),
    },
    { text: aboutOf(row, lang), small: organisation },
    { text: expiresOn === null ? '' : formatOn(expiresOn, lang) },
    { text: CERTIFICATION_STATE_NAMES[certificationOn(row, today)][lang] },
  ]
}

/** What it is limited to, in words. */
export function aboutOf(
  { product, site, lot, ref }: Pick<CertificationItem, 'product' | 'site' | 'lot' | 'ref'>,
  lang: Language,
): string {
  const batch = lot === null || ref === null ? null : `${lot} · ${ref}`
  const parts = [product, site, batch].filter((part) => part !== null)
  return parts.length === 0 ? W.wholeProducer[lang] : parts.join(', ')
}

/** The page of a certification in the portal. */
export function certificationPath(id: string): `/portal/${string}` {
  return `/portal/certifications/${encodeURIComponent(id)}`
}
