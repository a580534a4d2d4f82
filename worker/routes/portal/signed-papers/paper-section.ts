import type { listSignedPapers } from '../../../../db/queries/signed-papers.ts'
import { formatAt } from '../../../copy/format.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { SIGNED_PAPER_COPY as P } from '../../../copy/portal/signed-paper.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { SaidSection } from '../show-detail-page.ts'

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
): SaidSection {
  const { lang, path, mayMake, action = `${path}/papers` } = shown
  return {
    id: 'papers',
    title: W.papers,
    text: W.papersText,
    table: {
      columns: [P.pdf, P.jws, P.made, W.hash].map((name) => ({ name })),
      rows: rows.map(({ id, fileName, madeAt, actorName, sha256 }) => {
        const href = `${path}/papers/${encodeURIComponent(id)}`
        return [
          { text: fileName, href, download: true },
          { text: `${fileName}.jws`, href: `${href}/jws`, download: true },
          { text: formatAt(madeAt, lang), small: actorName },
          { text: sha256, code: true },
        ]
      }),
      empty: W.noPapers,
    },
    buttons: mayMake ? [{ action, text: W.makePaper }] : [],
  }
}
