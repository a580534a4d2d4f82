import type { DetailSection } from '../../../../site/models/records.ts'
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
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { formRoute } from '../form-route.ts'
import { paperResponse } from '../paper-response.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { fileOf } from '../sites/form-text.ts'
import { batchPath } from './batch-table.ts'

const PATH = '/portal/batches/:ref/papers'
const may = 'batches.write'
const FORM_BYTES = 64 * 1024
const MEBIBYTE = 1024 * 1024

const refOf = ({ c }: Portal) => c.req.param('ref') ?? ''
const askedBy = (portal: Portal) => ({
  ref: refOf(portal),
  paperId: portal.c.req.param('paper') ?? '',
})

/** Papers of goods bought in: handed in, read, taken back. */
export const paperRoutes: readonly PortalRoute[] = [
  ...formRoute({
    path: `${PATH}/new`,
    may,
    maxBytes: MAX_PAPER_BYTES + FORM_BYTES,
    load: (portal) => loadBatch(portal.ctx, refOf(portal), may),
    values: () => ({}),
    act: async ({ ctx, deps, form }, { ref }) => {
      const file = (await fileOf(form, 'file')) ?? { bytes: new Uint8Array(), fileName: '' }
      await addBatchPaper({ ctx, files: deps.files, input: { ref, ...file } })
      return `${batchPath(ref)}?done=paperAdded`
    },
    page: ({ lang }, { loaded: { ref, lot }, form }) => ({
      kind: 'portal/record',
      title: fill(W.paperTitle[lang], { lot }),
      note: W.paperNote[lang],
      id: null,
      action: `${batchPath(ref)}/papers/new`,
      backHref: batchPath(ref),
      save: W.addPaper[lang],
      inputs: [],
      file: {
        name: 'file',
        label: C.paper[lang],
        hint: W.paperHint[lang],
        accept: '.pdf,.jpg,.jpeg,.png',
        maxMb: MAX_PAPER_BYTES / MEBIBYTE,
      },
      form,
    }),
  }),
  { method: 'GET', path: `${PATH}/:paper`, may: 'batches.read', handle: getPaper },
  { method: 'POST', path: `${PATH}/:paper/withdraw`, may, handle: postWithdraw },
]

async function getPaper(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const { row, bytes } = await openBatchPaper(ctx, { ...askedBy(portal), files: deps.files })
  return paperResponse(row, bytes)
}

async function postWithdraw(portal: Portal): Promise<Response> {
  await withdrawBatchPaper(portal.ctx, askedBy(portal))
  return seeOther(portal, `${batchPath(refOf(portal))}?done=paperOut`)
}

/** The papers of goods bought in, on the page of their batch; nothing where there are no such goods. */
export async function paperSections(
  { ctx, lang }: Portal,
  given: {
    readonly batch: { readonly id: string; readonly ref: string }
    readonly hasPurchases: boolean
    readonly mayWrite: boolean
  },
): Promise<DetailSection[]> {
  const { batch, hasPurchases, mayWrite } = given
  const papers = await papersOfBatch(ctx, batch)
  if (papers.length === 0 && !hasPurchases) return []
  const path = `${batchPath(batch.ref)}/papers`
  return [
    {
      id: 'papers',
      title: W.papers[lang],
      table: {
        columns: [{ name: C.paper[lang] }, { name: W.paperAt[lang] }, { name: '' }],
        rows: papers.map(({ id, title, createdAt }) => [
          { text: title, href: `${path}/${encodeURIComponent(id)}`, download: true },
          { text: formatAt(createdAt, lang) },
          mayWrite
            ? {
                text: '',
                button: {
                  action: `${path}/${encodeURIComponent(id)}/withdraw`,
                  text: W.withdrawPaper[lang],
                },
              }
            : { text: '' },
        ]),
        empty: W.papersEmpty[lang],
      },
      ...(mayWrite ? { links: [{ href: `${path}/new`, text: W.addPaper[lang] }] } : {}),
    },
  ]
}
