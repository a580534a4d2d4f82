import { fill } from '../../../../copy/fill.ts'
import { LABELS_COPY as W } from '../../../../copy/portal/labels.ts'
import { formInputs } from '../../../../resources/form.ts'
import { REPRINT_REQUEST } from '../../../../resources/reprint-request.ts'
import { inputOf } from '../../../../resources/resource.ts'
import { invalidField, parseInput } from '../../../../verbs/guard/parse-input.ts'
import { fileOfRequest, plainRequest } from '../../../../verbs/labels/files/file-request.ts'
import { isLarge } from '../../../../verbs/labels/files/is-large.ts'
import { LABEL_FORMATS } from '../../../../verbs/labels/label-file.ts'
import { labelStocks } from '../../../../verbs/labels/label-stocks.ts'
import { loadRun } from '../../../../verbs/labels/load-run.ts'
import { noteDownload } from '../../../../verbs/labels/note-download.ts'
import { rangeOf } from '../../../../verbs/labels/range-of.ts'
import { reprint } from '../../../../verbs/labels/reprint.ts'
import { fileResponse } from '../../../issuing/file-response.ts'
import type { Portal, PortalRoute } from '../../portal-route.ts'
import { recordForm } from '../../record-form.ts'
import { seeOther } from '../../show-portal-page.ts'
import { runPath } from '../run-table.ts'
import { stockName } from '../stock-name.ts'
import { filePath } from './file-path.ts'
import { largeFileRoutes, pathOfFile } from './large-files.ts'
import { readRequest } from './read-request.ts'

const PATH = '/portal/labels/:id'
const may = 'labels.issue'

/** The labels of a run as files: all of them, or a part printed again. */
export const fileRoutes: readonly PortalRoute[] = [
  ...largeFileRoutes,
  { method: 'GET', path: `${PATH}/file`, may, handle: download },
  ...recordForm({
    path: `${PATH}/reprint`,
    may,
    load: async (portal) => {
      const { run, batch } = await loadRun(portal.ctx, portal.param('id'), may)
      return { run, batch, stocks: await labelStocks(portal.ctx, batch.organisationId) }
    },
    values: ({ stocks }) => ({
      stock: stocks.find(({ stock }) => stock.id === 'a4-24')?.stock.id ?? '',
      format: 'pdf',
      marks: 'no',
    }),
    back: ({ run }) => runPath(run.id),
    act: async (sent, { run, stocks }) => {
      const asked = parseInput(inputOf(REPRINT_REQUEST), sent.texts)
      const { from, to } = asked
      const range = rangeOf(run, { from: from ?? undefined, to: to ?? from ?? undefined })
      const stock = stocks.find((each) => each.stock.id === asked.stock)?.stock
      if (asked.format.startsWith('zpl') && stock?.kind !== 'roll') {
        throw invalidField('format', W.zplOnSheet)
      }
      const labels = run.copies * (range.to - range.from + 1)
      const { request, atOnce } = askedFile(run.id, { ...asked, ...range })
      return pathOfFile(sent, { runId: run.id, range, request, labels, atOnce })
    },
    done: (href) => href,
    page: ({ lang }, { loaded: { run, batch, stocks } }) => ({
      title: fill(W.reprintTitle[lang], { lot: batch.lot }),
      note: fill(W.reprintNote[lang], { from: run.fromSerial, to: run.toSerial }),
      save: W.reprintSave[lang],
      inputs: formInputs(REPRINT_REQUEST, {
        lang,
        choices: {
          stock: stocks.map((named) => ({ value: named.stock.id, text: stockName(named, lang) })),
        },
      }),
    }),
  }),
]

type Asked = ReturnType<typeof rangeOf> & {
  readonly stock: string
  readonly format: string
  readonly marks: string
}

/** What the form asks for, as a request and as the address that gives it at once. */
function askedFile(runId: string, { from, to, stock, format, marks }: Asked) {
  const [, kind = format, dpi = '203'] = /^(zpl)(203|300)$/.exec(format) ?? []
  const request = plainRequest({
    format: LABEL_FORMATS.find((name) => name === kind) ?? 'pdf',
    ...{ stock, dpi: Number(dpi), cutMarks: marks === 'yes' },
  })
  return { request, atOnce: filePath(runId, { request, range: { from, to } }) }
}

/** The labels of a run as a file; the same file however often it is asked for, noted each time. */
async function download(portal: Portal): Promise<Response> {
  const { ctx } = portal
  const { request: asked, range } = readRequest(portal)
  const request = plainRequest(asked)
  const made = await reprint({ ctx, input: { runId: portal.param('id'), ...range } })
  const { format } = request
  // An address begins no work: the buttons of the run's page do.
  if (isLarge({ format, labels: made.total })) {
    return seeOther(portal, `${runPath(made.run.id)}#files`)
  }
  const file = await fileOfRequest(ctx, { made, request })
  await noteDownload(ctx, { made, format, stock: request.stock })
  return fileResponse(file, made.skipped)
}
