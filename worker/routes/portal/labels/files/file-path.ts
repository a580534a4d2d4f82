import type { FileRequest } from '../../../../verbs/labels/files/file-request.ts'
import type { SerialRange } from '../../../../verbs/labels/label-stream.ts'
import { runPath } from '../run-table.ts'

type Asked = { readonly request: FileRequest; readonly range?: SerialRange }

/** The address of a file that is made at once. */
export function filePath(runId: string, asked: Asked): string {
  return `${runPath(runId)}/file?${queryOf(asked)}`
}

/** Where a file is asked for that is made in the background. */
export function askPath(runId: string, asked: Asked): string {
  return `${runPath(runId)}/files?${queryOf(asked)}`
}

function queryOf({ request, range }: Asked): URLSearchParams {
  const { format, stock, dpi, cutMarks } = request
  const query = new URLSearchParams()
  if (range !== undefined) {
    query.set('from', String(range.from))
    query.set('to', String(range.to))
  }
  query.set('format', format)
  if (stock !== null) query.set('stock', stock)
  if (dpi !== null) query.set('dpi', String(dpi))
  if (cutMarks) query.set('marks', 'yes')
  return query
}
