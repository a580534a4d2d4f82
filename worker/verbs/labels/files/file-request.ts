import type { LabelFileRow } from '../../../../db/queries/label-files.ts'
import { LABEL_STOCK } from '../../../resources/label-stock.ts'
import type { Reading } from '../../context.ts'
import { notFound } from '../../guard/refusals.ts'
import type { LabelFile } from '../label-file.ts'
import { labelStocks } from '../label-stocks.ts'
import type { SerialRange } from '../label-stream.ts'
import { renderLabels, renderOnStock } from '../render-labels.ts'
import type { Reprint } from '../reprint.ts'

/** Which file of a run: what it is laid out for. Stock and dots an inch are null where they mean nothing. */
export type FileRequest = Pick<LabelFileRow, 'format' | 'stock' | 'dpi' | 'cutMarks'>

/** The file of labels that was asked for; throws `not_found` for a stock there is none of. */
export async function fileOfRequest(
  ctx: Reading,
  { made, request }: { readonly made: Reprint; readonly request: FileRequest },
): Promise<LabelFile> {
  const { format, cutMarks } = request
  if (format === 'csv' || format === 'svg') return renderLabels(made, { format })
  const stocks = await labelStocks(ctx, made.batch.organisationId)
  const named = stocks.find(({ stock }) => stock.id === request.stock)
  if (named === undefined) throw notFound(LABEL_STOCK.noun)
  const { stock } = named
  const dpi = request.dpi === 300 ? 300 : 203
  const marks = cutMarks && stock.kind === 'sheet'
  return renderOnStock(made, { stock, format, dpi, cutMarks: marks })
}

/** A request as one text: the same file asked for twice is one. */
export function textOfRequest(request: FileRequest, { from, to }: SerialRange): string {
  const { format, stock, dpi, cutMarks } = request
  return [format, stock ?? '', dpi ?? '', cutMarks ? 'marks' : '', `${from}-${to}`].join(' ')
}

/** What makes no difference is left out, so that it tells no two files apart. */
export function plainRequest(request: FileRequest): FileRequest {
  const { format, stock, dpi, cutMarks } = request
  const isDrawn = format === 'pdf' || format === 'zpl'
  return {
    format,
    stock: isDrawn ? stock : null,
    dpi: format === 'zpl' ? (dpi ?? 203) : null,
    cutMarks: format === 'pdf' && cutMarks,
  }
}
