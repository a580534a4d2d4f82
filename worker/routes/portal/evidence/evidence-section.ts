import type { listEvidence } from '../../../../db/queries/evidence.ts'
import { formatAt } from '../../../copy/format.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { EvidenceState } from '../../../verbs/evidence/evidence.ts'
import type { SaidSection } from '../show-detail-page.ts'

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
): SaidSection {
  const { lang, path, mayAdd, mayCheck } = shown
  const checked = rows.some(({ found }) => found !== undefined)
  return {
    id: 'evidence',
    title: W.evidence,
    table: {
      columns: [W.file, W.added, W.hash].map((name) => ({ name })),
      rows: rows.map(({ id, title, fileName, addedAt, actorName, sha256, found }) => [
        {
          text: title,
          href: `${path}/evidence/${encodeURIComponent(id)}`,
          download: true,
          small: fileName,
        },
        { text: formatAt(addedAt, lang), small: actorName ?? W.machine },
        { text: sha256, code: true, small: found === undefined ? null : W[found] },
      ]),
      empty: W.noEvidence,
    },
    links: [
      mayAdd && { href: `${path}/evidence/new`, text: W.addEvidence },
      mayCheck &&
        rows.length > 0 &&
        !checked && { href: `${path}?check=1#evidence`, text: W.checkAll },
    ],
  }
}
