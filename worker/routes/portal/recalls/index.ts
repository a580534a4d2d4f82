import type { BatchRow } from '../../../../db/queries/batches.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { BATCH_COPY } from '../../../copy/portal/batch.ts'
import { RECALL_COPY as W } from '../../../copy/portal/recall.ts'
import { line } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import { RECALL_REQUEST } from '../../../resources/recall-request.ts'
import { inputOf } from '../../../resources/resource.ts'
import { readRecalls } from '../../../verbs/batches/list-recalls.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { recallBatch } from '../../../verbs/batches/recall-batch.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { actOnce } from '../act-once.ts'
import { batchPath } from '../batches/batch-table.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/recalls'
const PAGE_SIZE = 50
const may = 'recalls.write'
const load = ({ c, ctx }: Portal) => loadBatch(ctx, c.req.param('ref') ?? '', may)

/** Recalls: the list, and the forms of a batch that starts one or takes it back. */
export const recallRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'batches.read', handle: showList },
  ...formRoute({
    path: '/portal/batches/:ref/recall',
    may,
    load,
    values: () => ({}),
    act: async (portal, { ref }) => {
      const typed = parseInput(inputOf(RECALL_REQUEST), typedValues(portal.form))
      const { reasonVi: reason, reasonEn, reasonZh, documentNo } = typed
      const wording = { vi: reason, en: reasonEn ?? reason, zh: reasonZh ?? reason }
      await actOnce(portal, (ctx) =>
        recallBatch({ ctx, input: { ref, reason, documentNo, wording } }),
      )
      return `${batchPath(ref)}?done=recalled`
    },
    page: (portal, { loaded, form }) => ({
      ...formPage(portal, { batch: loaded, to: 'recall' }),
      inputs: formInputs(RECALL_REQUEST, { lang: portal.lang }),
      form,
    }),
  }),
  ...formRoute({
    path: '/portal/batches/:ref/recall/withdraw',
    may,
    load,
    values: () => ({}),
    act: async (portal, { ref }) => {
      const { reason } = parseInput(inputOf(WITHDRAWAL), typedValues(portal.form))
      await actOnce(portal, (ctx) => recallBatch({ ctx, input: { ref, reason, withdraw: true } }))
      return `${batchPath(ref)}?done=unrecalled`
    },
    page: (portal, { loaded, form }) => ({
      ...formPage(portal, { batch: loaded, to: 'recall/withdraw' }),
      inputs: formInputs(WITHDRAWAL, { lang: portal.lang }),
      form,
    }),
  }),
]

const WITHDRAWAL = { fields: { reason: line({ label: W.reason, max: 500 }) } }

function formPage(
  { lang }: Portal,
  { batch: { ref, lot }, to }: { batch: BatchRow; to: 'recall' | 'recall/withdraw' },
) {
  const isRecall = to === 'recall'
  return {
    kind: 'portal/record' as const,
    title: fill((isRecall ? W.formTitle : W.withdrawTitle)[lang], { lot }),
    note: (isRecall ? W.note : W.withdrawNote)[lang],
    id: ref,
    action: `${batchPath(ref)}/${to}`,
    backHref: batchPath(ref),
    save: (isRecall ? W.send : W.withdraw)[lang],
  }
}

async function showList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readRecalls(ctx, { cursor, limit: PAGE_SIZE })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.title[lang],
    lead: W.lead[lang],
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
    paging: pagingOf(c, { path: PATH, nextCursor }),
  })
}
