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
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { recallAnswerRoutes } from './answer.ts'
import { sendReport } from './report-file.ts'
import { showOneRecall } from './show-one.ts'
import { startForms } from './start-form.ts'

const PATH = '/portal/recalls'
const PAGE_SIZE = 50
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
  const rows = await readRecallCases(ctx)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayAny(ctx.actor, may) ? { href: `${PATH}/new`, text: W.start[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.startedAt, W.reason, BATCH_COPY.owner, W.reportBy, W.state].map(
      (name) => name[lang],
    ),
    rows: rows.map(({ recall, organisation }) => [
      { text: formatAt(recall.startedAt, lang), href: pathOf(recall.id) },
      { text: recall.wording[lang] },
      { text: organisation },
      { text: formatOn(recall.reportDueOn, lang) },
      { text: (recall.closedAt === null ? W.goesOn : W.ended)[lang] },
    ]),
    done: null,
    links: [{ href: `${PATH}/batches`, text: W.batchesNow[lang] }],
  })
}

/** `GET /portal/recalls/batches`: batches whose labels say that they are recalled. */
async function showRecalledBatches(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readRecalls(ctx, { cursor, limit: PAGE_SIZE })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.batchesNow[lang],
    lead: W.batchesLead[lang],
    empty: W.empty[lang],
    columns: [BATCH_COPY.lot, BATCH_COPY.product, W.since, W.reason, W.documentNo].map(
      (name) => name[lang],
    ),
    rows: rows.map((row) => [
      { text: row.lot, href: batchPath(row.ref), code: true },
      { text: row.product, small: row.organisation },
      { text: formatOn(row.effectiveOn, lang) },
      { text: row.reason ?? '' },
      { text: row.documentNo ?? '' },
    ]),
    done: null,
    paging: pagingOf(c, { path: `${PATH}/batches`, nextCursor }),
  })
}
