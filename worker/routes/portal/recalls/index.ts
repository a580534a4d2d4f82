import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { BATCH_COPY } from '../../../copy/portal/batch.ts'
import { RECALL_COPY as W } from '../../../copy/portal/recall.ts'
import { line } from '../../../resources/fields.ts'
import { RECALL_ANSWER, RECALL_CLOSING } from '../../../resources/recall-request.ts'
import { inputOf } from '../../../resources/resource.ts'
import { readRecalls } from '../../../verbs/batches/list-recalls.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { recallBatch } from '../../../verbs/batches/recall-batch.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { noteAnswer } from '../../../verbs/recalls/answer-recall.ts'
import { closeRecall, reportRecall } from '../../../verbs/recalls/close-recall.ts'
import { loadRecall, readRecallCases } from '../../../verbs/recalls/show-recall.ts'
import { batchPath } from '../batches/batch-table.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { seeOther } from '../show-portal-page.ts'
import { column } from '../table-of.ts'
import { recallAnswerRoutes } from './answer.ts'
import { sendReport } from './report-file.ts'
import { showOneRecall } from './show-one.ts'
import { startForms } from './start-form.ts'

const PATH = '/portal/recalls'
const may = 'recalls.write'

const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`

const WITHDRAWAL = { fields: { reason: line({ label: W.reason, max: 500 }) } }

/** Recalls: what is concerned, who is reached, how it ends. */
export const recallRoutes: readonly PortalRoute[] = [
  ...recallAnswerRoutes,
  { method: 'GET', path: PATH, may: 'batches.read', handle: showList },
  { method: 'GET', path: `${PATH}/batches`, may: 'batches.read', handle: showRecalledBatches },
  ...startForms,
  { method: 'GET', path: `${PATH}/:id/report.pdf`, may: 'batches.read', handle: sendReport },
  ...recordForm({
    path: '/portal/batches/:ref/recall/withdraw',
    may,
    load: ({ param, ctx }) => loadBatch(ctx, param('ref'), may),
    asks: WITHDRAWAL,
    back: ({ ref }) => batchPath(ref),
    once: async ({ ctx, texts }, { ref }) => {
      const { reason } = parseInput(inputOf(WITHDRAWAL), texts)
      return recallBatch({ ctx, input: { ref, reason, withdraw: true } })
    },
    done: 'unrecalled',
    page: ({ lang }, { loaded: { ref, lot } }) => ({
      title: fill(W.withdrawTitle[lang], { lot }),
      note: W.withdrawNote[lang],
      id: ref,
      save: W.withdraw[lang],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/close`,
    may,
    load: (portal) => loadRecall(portal.ctx, portal.param('id'), may),
    asks: RECALL_CLOSING,
    back: ({ recall }) => pathOf(recall.id),
    once: async ({ ctx, texts }, { recall: { id } }) =>
      closeRecall({ ctx, input: { id, ...parseInput(inputOf(RECALL_CLOSING), texts) } }),
    done: 'closed',
    page: ({ lang }) => ({ title: W.close[lang], save: W.close[lang] }),
  }),
  ...recordForm({
    path: `${PATH}/:id/receivers/:receiver`,
    may,
    load: (portal) => loadRecall(portal.ctx, portal.param('id'), may),
    asks: RECALL_ANSWER,
    back: ({ recall }) => pathOf(recall.id),
    once: async ({ ctx, param, texts }) => {
      const answer = parseInput(inputOf(RECALL_ANSWER), texts)
      return noteAnswer({ ctx, input: { receiverId: param('receiver'), answer } })
    },
    done: 'answered',
    page: ({ lang }) => ({ title: W.noteAnswer[lang], save: W.noteAnswer[lang] }),
  }),
  { method: 'POST', path: `${PATH}/:id/report`, may, handle: report },
  { method: 'GET', path: `${PATH}/:id`, may: 'batches.read', handle: showOneRecall },
]

async function report(portal: Portal): Promise<Response> {
  const id = portal.param('id')
  await reportRecall({ ctx: portal.ctx, input: { id } })
  return seeOther(portal, `${pathOf(id)}?done=reported`)
}

async function showList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  return showListPage(
    portal,
    { rows: await readRecallCases(ctx) },
    {
      adding: mayAny(ctx.actor, may) ? { href: `${PATH}/new`, text: W.start } : null,
      words: W,
      columns: [
        column(W.startedAt, ({ recall }) => ({
          text: formatAt(recall.startedAt, lang),
          href: pathOf(recall.id),
        })),
        column(W.reason, ({ recall }) => recall.wording),
        column(BATCH_COPY.owner, ({ organisation }) => organisation),
        column(W.reportBy, ({ recall }) => formatOn(recall.reportDueOn, lang)),
        column(W.state, ({ recall }) => (recall.closedAt === null ? W.goesOn : W.ended)),
      ],
      links: [{ href: `${PATH}/batches`, text: W.batchesNow }],
    },
  )
}

/** `GET /portal/recalls/batches`: batches whose labels say that they are recalled. */
async function showRecalledBatches(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  return showListPage(portal, await readRecalls(ctx, pageAsked(portal)), {
    words: { title: W.batchesNow, lead: W.batchesLead, empty: W.empty },
    columns: [
      column(BATCH_COPY.lot, ({ lot, ref }) => ({ text: lot, href: batchPath(ref), code: true })),
      column(BATCH_COPY.product, (row) => ({ text: row.product, small: row.organisation })),
      column(W.since, ({ effectiveOn }) => formatOn(effectiveOn, lang)),
      column(W.reason, ({ reason }) => reason),
      column(W.documentNo, ({ documentNo }) => documentNo),
    ],
    at: { path: `${PATH}/batches` },
  })
}
