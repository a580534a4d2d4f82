import type { CertificationItem } from '../../../../db/queries/certifications.ts'
import { formatOn } from '../../../copy/format.ts'
import { CERTIFICATION_STATE_NAMES } from '../../../copy/portal/certification.ts'
import { certificationName } from '../../../copy/portal/certification-messages.ts'
import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import { certificationOn } from '../../../domain/certifications/standing.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { pathIn } from '../path-in.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'

/** The columns of a table of certifications, each with where it stands on a day. */
export function certificationColumns(given: {
  readonly today: string
  readonly lang: Language
}): readonly ColumnOf<CertificationItem>[] {
  const { today, lang } = given
  return [
    column(W.what, (row) => ({
      text: certificationName(row),
      href: certificationPath(row.id),
      small: [row.analyte, row.result, row.unit].filter((part) => part !== null).join(' ') || null,
    })),
    column(W.about, (row) => ({ text: aboutOf(row, lang), small: row.organisation })),
    column(W.validUntil, ({ expiresOn }) => expiresOn && formatOn(expiresOn, lang)),
    column(W.state, (row) => CERTIFICATION_STATE_NAMES[certificationOn(row, today)]),
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
export const certificationPath = pathIn('/portal/certifications')
