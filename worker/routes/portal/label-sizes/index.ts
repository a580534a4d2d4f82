import type { LabelStockRow } from '../../../../db/queries/label-stocks.ts'
import { formatNumber } from '../../../copy/format.ts'
import { PORTAL_COPY as P } from '../../../copy/portal/common.ts'
import { LABEL_STOCK_COPY as W } from '../../../copy/portal/label-stock.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { LABEL_STOCK } from '../../../resources/label-stock.ts'
import { ownStocks } from '../../../verbs/labels/label-stocks.ts'
import { recordRoutes } from '../records/record-routes.ts'

const PATH = '/portal/label-sizes'

/** Label stock of one's own size. */
export const labelSizeRoutes = recordRoutes<LabelStockRow>({
  resource: LABEL_STOCK,
  path: PATH,
  words: {
    ...{ title: W.title, lead: W.lead, empty: W.empty, add: W.add, saved: W.saved },
    ...{ addTitle: W.add, editTitle: W.edit, save: P.save },
  },
  owned: ({ person }) => ({ organisationId: person.organisationId }),
  list: ({ ctx, person }) => ownStocks(ctx, person.organisationId),
  columns: [W.name, W.kind, W.size],
  cells: (row, lang) => [
    { text: row.name, href: `${PATH}/${encodeURIComponent(row.id)}` },
    { text: W[row.kind][lang] },
    { text: sizeText(row, lang) },
  ],
})

/** `70 × 50 mm`. */
function sizeText(
  of: { readonly widthMm: number; readonly heightMm: number },
  lang: Language,
): string {
  return `${formatNumber(of.widthMm, lang)} × ${formatNumber(of.heightMm, lang)} mm`
}
