import type { PrintLabels, PrintSubject } from './label.ts'
import { pdfSheets } from './pdf/pdf-sheets.ts'
import type { OkPlan } from './plan-sheet.ts'

/**
 * Sticker sheets as PDF 1.7, a chunk a page. Holds one page in memory and some 20 bytes for every
 * page written. The same labels give the same bytes.
 *
 * @throws RangeError if there are no labels, or one does not fit the planned symbol
 */
export async function* renderPdf(input: {
  readonly plan: OkPlan
  readonly subject: PrintSubject
  readonly labels: PrintLabels
  /** Lines at the edges of the paper along which labels are cut. */
  readonly cutMarks?: boolean
}): AsyncGenerator<Uint8Array> {
  const { labels, ...drawn } = input
  const sheets = pdfSheets(drawn)
  yield* sheets.pages(labels)
  const offsets = sheets.offsets()
  if (offsets.length === 0) throw new RangeError('there are no labels to print')
  yield* sheets.end(offsets)
}
