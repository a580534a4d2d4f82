import { zlibSync } from 'fflate'
import { decimal, utf8 } from '../bytes.ts'
import { oneLine } from '../font.ts'
import { pdfFile } from '../pdf/pdf-file.ts'
import { textString } from '../pdf/pdf-text.ts'
import type { ReportBlock } from './blocks.ts'
import { PAGE } from './page-canvas.ts'
import { layPages } from './report-flow.ts'

/** Pages that a report may have: beyond that nobody prints it. */
export const MOST_PAGES = 2_000

/**
 * A report of text and tables as PDF 1.7, A4 across, a chunk a page: one page is in memory at a time.
 * The same blocks give the same bytes. What is left out beyond the last page is told on it by the caller.
 */
export async function* renderReport(input: {
  readonly title: string
  /** Of the file: `vi-VN`. */
  readonly language: string
  readonly blocks: AsyncIterable<ReportBlock>
  readonly foot: (page: number) => string
}): AsyncGenerator<Uint8Array> {
  // Only here are the font files needed; the import keeps them out of the main bundle.
  const { pdfFontObjects } = await import('../pdf/pdf-font.ts')
  const file = pdfFile()
  const [catalog, root, resources, info] = [file.newId(), file.newId(), file.newId(), file.newId()]
  const [regular, semibold] = [file.newId(), file.newId()]
  const box = `[0 0 ${decimal(PAGE.width, 2)} ${decimal(PAGE.height, 2)}]`
  const pages: number[] = []
  yield file.header()
  for await (const drawn of layPages(input)) {
    const [id, stream] = [file.newId(), file.newId()]
    pages.push(id)
    yield file.object(
      id,
      `<</Type/Page/Parent ${root} 0 R/Resources ${resources} 0 R/MediaBox${box}/Contents ${stream} 0 R>>`,
    )
    yield file.stream(stream, '/Filter/FlateDecode', zlibSync(utf8(drawn)))
    if (pages.length >= MOST_PAGES) break
  }
  const kids = pages.map((page) => `${page} 0 R`).join(' ')
  yield file.object(root, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  yield* pdfFontObjects({ file, id: regular, weight: 'regular' })
  yield* pdfFontObjects({ file, id: semibold, weight: 'semibold' })
  yield file.object(resources, `<</Font<</R ${regular} 0 R/B ${semibold} 0 R>>>>`)
  yield file.object(info, `<</Title ${textString(oneLine(input.title))}>>`)
  const preferences = '/ViewerPreferences<</DisplayDocTitle true>>'
  yield file.object(
    catalog,
    `<</Type/Catalog/Pages ${root} 0 R/Lang(${input.language})${preferences}>>`,
  )
  yield file.trailer(`/Root ${catalog} 0 R/Info ${info} 0 R`)
}
