import { fill } from '../../../copy/fill.ts'
import { formatAt } from '../../../copy/format.ts'
import { CERTIFICATIONS_COPY as C } from '../../../copy/portal/certifications.ts'
import { GOODS_COPY as W } from '../../../copy/portal/goods.ts'
import {
  addBatchPaper,
  openBatchPaper,
  papersOfBatch,
  withdrawBatchPaper,
} from '../../../verbs/batches/batch-papers.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { paperRoutes } from '../papers/paper-routes.ts'
import type { Portal } from '../portal-route.ts'
import type { Sections } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { batchPath } from './batch-table.ts'

const may = 'batches.write'

/** Papers of goods bought in: handed in, read, taken back. */
export const batchPapers = paperRoutes({
  path: '/portal/batches/:ref',
  may: { write: may, read: 'batches.read' },
  load: (portal) => loadBatch(portal.ctx, portal.param('ref'), may),
  back: ({ ref }) => batchPath(ref),
  form: ({ lot }, lang) => ({
    title: fill(W.paperTitle[lang], { lot }),
    note: W.paperNote[lang],
    save: W.addPaper[lang],
    label: C.paper[lang],
    hint: W.paperHint[lang],
  }),
  add: async ({ ctx, deps }, { loaded: { ref }, file }) => {
    await addBatchPaper({ ctx, files: deps.files, input: { ref, ...file } })
    return `${batchPath(ref)}?done=paperAdded`
  },
  open: (portal, paperId) => {
    const { ctx, deps } = portal
    return openBatchPaper(ctx, { ref: portal.param('ref'), paperId, files: deps.files })
  },
  withdraw: async (portal, paperId) => {
    const ref = portal.param('ref')
    await withdrawBatchPaper(portal.ctx, { ref, paperId })
    return `${batchPath(ref)}?done=paperOut`
  },
})

/** The papers of goods bought in, on the page of their batch; nothing where there are no such goods. */
export async function paperSections(
  { ctx, lang }: Portal,
  given: {
    readonly batch: { readonly id: string; readonly ref: string }
    readonly hasPurchases: boolean
    readonly mayWrite: boolean
  },
): Promise<Sections> {
  const { batch, hasPurchases, mayWrite } = given
  const papers = await papersOfBatch(ctx, batch)
  if (papers.length === 0 && !hasPurchases) return []
  const path = `${batchPath(batch.ref)}/papers`
  return [
    tableSection('papers', papers, {
      title: W.papers,
      columns: [
        column(C.paper, ({ id, title }) => ({
          text: title,
          href: `${path}/${encodeURIComponent(id)}`,
          download: true,
        })),
        column(W.paperAt, ({ createdAt }) => formatAt(createdAt, lang)),
        column('', ({ id }) =>
          mayWrite
            ? {
                text: '',
                button: {
                  action: `${path}/${encodeURIComponent(id)}/withdraw`,
                  text: W.withdrawPaper,
                },
              }
            : { text: '' },
        ),
      ],
      empty: W.papersEmpty,
      links: mayWrite ? [{ href: `${path}/new`, text: W.addPaper }] : undefined,
    }),
  ]
}
