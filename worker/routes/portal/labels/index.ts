import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { formInputs } from '../../../resources/form.ts'
import { LABEL_STOCK } from '../../../resources/label-stock.ts'
import { inputOf } from '../../../resources/resource.ts'
import { VOID_REQUEST } from '../../../resources/void-request.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { labelStocks } from '../../../verbs/labels/label-stocks.ts'
import { loadRun } from '../../../verbs/labels/load-run.ts'
import { LABEL_FORMATS, renderLabels, renderOnStock } from '../../../verbs/labels/render-labels.ts'
import { reprint } from '../../../verbs/labels/reprint.ts'
import { voidLabels } from '../../../verbs/labels/void-labels.ts'
import { withdrawException } from '../../../verbs/labels/withdraw-exception.ts'
import { fileResponse } from '../../issuing/file-response.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { issueForm } from './issue-form.ts'
import { runPath } from './run-table.ts'
import { showRunList } from './show-list.ts'
import { showOneRun } from './show-run.ts'

const PATH = '/portal/labels'
const idOf = ({ c }: Portal) => c.req.param('id') ?? ''

/** Labels: printed, printed again, reported void or lost. */
export const labelRoutes: readonly PortalRoute[] = [
  ...issueForm,
  { method: 'GET', path: PATH, may: 'batches.read', handle: showRunList },
  { method: 'GET', path: `${PATH}/:id/file`, may: 'labels.issue', handle: download },
  ...formRoute({
    path: `${PATH}/:id/void`,
    may: 'labels.void',
    load: (portal) => loadRun(portal.ctx, idOf(portal), 'labels.void'),
    values: () => ({ kind: 'void' }),
    act: async (portal, { run }) => {
      const asked = parseInput(inputOf(VOID_REQUEST), typedValues(portal.form))
      const { kind, reason } = asked
      const from = asked.from ?? undefined
      const to = asked.to ?? from
      await actOnce(portal, (ctx) =>
        voidLabels({ ctx, input: { runId: run.id, kind, reason, from, to } }),
      )
      return `${runPath(run.id)}?done=voided`
    },
    page: ({ lang }, { loaded: { run }, form }) => ({
      kind: 'portal/record',
      title: W.voidTitle[lang],
      note: W.voidNote[lang],
      id: null,
      action: `${runPath(run.id)}/void`,
      backHref: runPath(run.id),
      save: W.void[lang],
      inputs: formInputs(VOID_REQUEST, { lang }),
      form,
    }),
  }),
  {
    method: 'POST',
    path: `${PATH}/:id/exceptions/:exception/restore`,
    may: 'labels.void',
    handle: restore,
  },
  { method: 'GET', path: `${PATH}/:id`, may: 'batches.read', handle: showOneRun },
]

/** The labels of a run as a file; the same file however often it is asked for. */
async function download(portal: Portal): Promise<Response> {
  const { c, ctx } = portal
  const made = await reprint({ ctx, input: { runId: idOf(portal) } })
  const format = LABEL_FORMATS.find((name) => name === c.req.query('format')) ?? 'pdf'
  if (format === 'csv' || format === 'svg') {
    return fileResponse(renderLabels(made, { format }), made.skipped)
  }
  const stocks = await labelStocks(ctx, made.batch.organisationId)
  const named = stocks.find(({ stock }) => stock.id === c.req.query('stock'))
  if (named === undefined) throw notFound(LABEL_STOCK.noun)
  const dpi = c.req.query('dpi') === '300' ? 300 : 203
  return fileResponse(renderOnStock(made, { stock: named.stock, format, dpi }), made.skipped)
}

async function restore(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const exceptionId = c.req.param('exception') ?? ''
  await withdrawException({ ctx, input: { exceptionId, reason: W.restore[lang] } })
  return seeOther(portal, `${runPath(idOf(portal))}?done=restored`)
}
