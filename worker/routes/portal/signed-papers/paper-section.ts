import type { listSignedPapers } from '../../../../db/queries/signed-papers.ts'
import { formatAt } from '../../../copy/format.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { SIGNED_PAPER_COPY as P } from '../../../copy/portal/signed-paper.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { Section } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

type Row = Awaited<ReturnType<typeof listSignedPapers>>[number]

/** The signed papers of a thing: the PDF, and the file that signs it beside it. */
export function signedPaperSection(
  rows: readonly Row[],
  shown: {
    readonly lang: Language
    readonly path: string
    readonly mayMake: boolean
    /** Where one is made, if not below the page itself. */
    readonly action?: string
  },
): Section {
  const { lang, path, mayMake, action = `${path}/papers` } = shown
  const hrefOf = (id: string) => `${path}/papers/${encodeURIComponent(id)}`
  return tableSection('papers', rows, {
    title: W.papers,
    text: W.papersText,
    columns: [
      column(P.pdf, ({ id, fileName }) => ({ text: fileName, href: hrefOf(id), download: true })),
      column(P.jws, ({ id, fileName }) => ({
        text: `${fileName}.jws`,
        href: `${hrefOf(id)}/jws`,
        download: true,
      })),
      column(P.made, (row) => ({ text: formatAt(row.madeAt, lang), small: row.actorName })),
      column(W.hash, ({ sha256 }) => ({ text: sha256, code: true })),
    ],
    empty: W.noPapers,
    buttons: [mayMake && { action, text: W.makePaper }],
  })
}
