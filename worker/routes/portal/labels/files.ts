import { fill } from '../../../copy/fill.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { formInputs } from '../../../resources/form.ts'
import { LABEL_STOCK } from '../../../resources/label-stock.ts'
import { REPRINT_REQUEST } from '../../../resources/reprint-request.ts'
import { inputOf } from '../../../resources/resource.ts'
import { invalidInput, parseInput } from '../../../verbs/guard/parse-input.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { labelStocks } from '../../../verbs/labels/label-stocks.ts'
import { loadRun } from '../../../verbs/labels/load-run.ts'
import { noteDownload } from '../../../verbs/labels/note-download.ts'
import { rangeOf } from '../../../verbs/labels/range-of.ts'
import { LABEL_FORMATS, renderLabels, renderOnStock } from '../../../verbs/labels/render-labels.ts'
import { reprint } from '../../../verbs/labels/reprint.ts'
import { fileResponse } from '../../issuing/file-response.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { runPath } from './run-table.ts'
import { stockName } from './stock-name.ts'

const PATH = '/portal/labels/:id'
const may = 'labels.issue'
const idOf = ({ c }: Portal) => c.req.param('id') ?? ''

/** The labels of a run as files: all of them, or a part printed again. */
export const fileRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: `${PATH}/file`, may, handle: download },
  ...formRoute({
    path: `${PATH}/reprint`,
    may,
    load: async (portal) => {
      const { run, batch } = await loadRun(portal.ctx, idOf(portal), may)
      return { run, batch, stocks: await labelStocks(portal.ctx, batch.organisationId) }
    },
    values: ({ stocks }) => ({
      stock: stocks.find(({ stock }) => stock.id === 'a4-24')?.stock.id ?? '',
      format: 'pdf',
      marks: 'no',
    }),
    act: async ({ form }, { run, stocks }) => {
      const asked = parseInput(inputOf(REPRINT_REQUEST), typedValues(form))
      const { from, to } = asked
      const range = rangeOf(run, { from: from ?? undefined, to: to ?? from ?? undefined })
      const stock = stocks.find((each) => each.stock.id === asked.stock)?.stock
      if (asked.format.startsWith('zpl') && stock?.kind !== 'roll') {
        throw invalidInput([{ path: 'format', text: W.zplOnSheet }])
      }
      return filePath(run.id, { ...asked, ...range })
    },
    page: ({ lang }, { loaded: { run, batch, stocks }, form }) => ({
      kind: 'portal/record',
      title: fill(W.reprintTitle[lang], { lot: batch.lot }),
      note: fill(W.reprintNote[lang], { from: run.fromSerial, to: run.toSerial }),
      id: null,
      action: `${runPath(run.id)}/reprint`,
      backHref: runPath(run.id),
      save: W.reprintSave[lang],
      inputs: formInputs(REPRINT_REQUEST, { lang }).map((input) => {
        if (input.name !== 'stock') return input
        const choices = stocks.map((named) => ({
          value: named.stock.id,
          text: stockName(named, lang),
        }))
        return { ...input, type: 'select' as const, choices }
      }),
      form,
    }),
  }),
]

type Asked = ReturnType<typeof rangeOf> & {
  readonly stock: string
  readonly format: string
  readonly marks: string
}

function filePath(runId: string, { from, to, stock, format, marks }: Asked): string {
  const [, kind = format, dpi] = /^(zpl)(203|300)$/.exec(format) ?? []
  const query = new URLSearchParams({ from: String(from), to: String(to), format: kind })
  if (kind === 'pdf' || kind === 'zpl') query.set('stock', stock)
  if (dpi !== undefined) query.set('dpi', dpi)
  if (kind === 'pdf' && marks === 'yes') query.set('marks', 'yes')
  return `${runPath(runId)}/file?${query}`
}

/** The labels of a run as a file; the same file however often it is asked for, noted each time. */
async function download(portal: Portal): Promise<Response> {
  const { c, ctx } = portal
  const range = { from: serialIn(c.req.query('from')), to: serialIn(c.req.query('to')) }
  const made = await reprint({ ctx, input: { runId: idOf(portal), ...range } })
  const format = LABEL_FORMATS.find((name) => name === c.req.query('format')) ?? 'pdf'
  if (format === 'csv' || format === 'svg') {
    const file = renderLabels(made, { format })
    await noteDownload(ctx, { made, format, stock: null })
    return fileResponse(file, made.skipped)
  }
  const stocks = await labelStocks(ctx, made.batch.organisationId)
  const named = stocks.find(({ stock }) => stock.id === c.req.query('stock'))
  if (named === undefined) throw notFound(LABEL_STOCK.noun)
  const { stock } = named
  const dpi = c.req.query('dpi') === '300' ? 300 : 203
  const cutMarks = c.req.query('marks') === 'yes' && stock.kind === 'sheet'
  const file = renderOnStock(made, { stock, format, dpi, cutMarks })
  await noteDownload(ctx, { made, format, stock: stock.id })
  return fileResponse(file, made.skipped)
}

/** Nothing that is no serial leaves it out: the run's own bounds then refuse it. */
function serialIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d{1,15}$/.test(text) ? Number(text) : -1
}
