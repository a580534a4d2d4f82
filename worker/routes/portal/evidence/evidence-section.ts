import type { listEvidence } from '../../../../db/queries/evidence.ts'
import { formatAt } from '../../../copy/format.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { EvidenceState } from '../../../verbs/evidence/evidence.ts'
import type { Section } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

type Row = Awaited<ReturnType<typeof listEvidence>>[number] & { readonly found?: EvidenceState }

/** The files of a case or finding with their hashes, each opened by an address below its page. */
export function evidenceSection(
  rows: readonly Row[],
  shown: {
    readonly lang: Language
    readonly path: string
    readonly mayAdd: boolean
    readonly mayCheck: boolean
  },
): Section {
  const { lang, path, mayAdd, mayCheck } = shown
  const checked = rows.some(({ found }) => found !== undefined)
  return tableSection('evidence', rows, {
    title: W.evidence,
    columns: [
      column(W.file, ({ id, title, fileName }) => ({
        text: title,
        href: `${path}/evidence/${encodeURIComponent(id)}`,
        download: true,
        small: fileName,
      })),
      column(W.added, ({ addedAt, actorName }) => ({
        text: formatAt(addedAt, lang),
        small: actorName ?? W.machine,
      })),
      column(W.hash, ({ sha256, found }) => ({
        text: sha256,
        code: true,
        small: found && W[found],
      })),
    ],
    empty: W.noEvidence,
    links: [
      mayAdd && { href: `${path}/evidence/new`, text: W.addEvidence },
      mayCheck &&
        rows.length > 0 &&
        !checked && { href: `${path}?check=1#evidence`, text: W.checkAll },
    ],
  })
}
