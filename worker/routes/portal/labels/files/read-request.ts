import type { FileRequest } from '../../../../verbs/labels/files/file-request.ts'
import { LABEL_FORMATS } from '../../../../verbs/labels/label-file.ts'
import type { Portal } from '../../portal-route.ts'

/** Which file of which labels an address asks for. */
export function readRequest({ c }: Pick<Portal, 'c'>) {
  const format = LABEL_FORMATS.find((name) => name === c.req.query('format')) ?? 'pdf'
  const request: FileRequest = {
    format,
    stock: c.req.query('stock') ?? null,
    dpi: c.req.query('dpi') === '300' ? 300 : 203,
    cutMarks: c.req.query('marks') === 'yes',
  }
  return {
    request,
    range: { from: serialIn(c.req.query('from')), to: serialIn(c.req.query('to')) },
  }
}

/** Nothing that is no serial leaves it out: the run's own bounds then refuse it. */
function serialIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d{1,15}$/.test(text) ? Number(text) : -1
}
