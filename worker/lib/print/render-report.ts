import { zlibSync } from 'fflate'
import { decimal, joinBytes, utf8 } from './bytes.ts'
import { type FontWeight, oneLine } from './font.ts'
import { A4 } from './layouts.ts'
import { pdfFile } from './pdf/pdf-file.ts'
import { fontNames, glyphHex, textString } from './pdf/pdf-text.ts'
import { wrapText } from './wrap-text.ts'

/** A part of a report: a text across the page, or cells beside one another by their shares of its width. */
export type ReportBlock =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | {
      readonly kind: 'row' | 'head'
      readonly cells: readonly string[]
      readonly shares: readonly number[]
    }

const POINTS_PER_MM = 72 / 25.4
const WIDTH = A4.widthMm * POINTS_PER_MM
const HEIGHT = A4.heightMm * POINTS_PER_MM
const MARGIN = 20 * POINTS_PER_MM
const GAP = 6
const LINE_EM = 1.35
/** Nobody writes more into one cell. */
const MOST_LINES = 60

const LOOKS: Readonly<
  Record<ReportBlock['kind'], { weight: FontWeight; pt: number; before: number }>
> = {
  title: { weight: 'semibold', pt: 16, before: 0 },
  heading: { weight: 'semibold', pt: 12, before: 14 },
  text: { weight: 'regular', pt: 10, before: 4 },
  head: { weight: 'semibold', pt: 9, before: 6 },
  row: { weight: 'regular', pt: 9, before: 3 },
}

/**
 * A report on A4 pages as PDF, in the face labels are printed in, each page with its number. The same
 * blocks give the same bytes.
 */
export async function renderReport(report: {
  readonly title: string
  readonly blocks: readonly ReportBlock[]
}): Promise<Uint8Array> {
  const { pdfFontObjects } = await import('./pdf/pdf-font.ts')
  const file = pdfFile()
  const [catalog, root, resources, info] = [file.newId(), file.newId(), file.newId(), file.newId()]
  const [regular, semibold] = [file.newId(), file.newId()]
  const pages = pagesOf(report.blocks)
  const parts = [file.header()]
  const kids: number[] = []
  for (const [at, drawn] of pages.entries()) {
    const [page, content] = [file.newId(), file.newId()]
    kids.push(page)
    const number = lineAt(`${at + 1} / ${pages.length}`, { ...LOOKS.row, x: MARGIN, y: MARGIN / 2 })
    const box = `[0 0 ${decimal(WIDTH, 2)} ${decimal(HEIGHT, 2)}]`
    parts.push(
      file.object(
        page,
        `<</Type/Page/Parent ${root} 0 R/Resources ${resources} 0 R/MediaBox${box}/Contents ${content} 0 R>>`,
      ),
      file.stream(content, '/Filter/FlateDecode', zlibSync(utf8(`BT\n${drawn}${number}ET\n`))),
    )
  }
  const list = kids.map((kid) => `${kid} 0 R`).join(' ')
  parts.push(
    file.object(root, `<</Type/Pages/Count ${kids.length}/Kids[${list}]>>`),
    ...pdfFontObjects({ file, id: regular, weight: 'regular' }),
    ...pdfFontObjects({ file, id: semibold, weight: 'semibold' }),
    file.object(resources, `<</Font<</R ${regular} 0 R/B ${semibold} 0 R>>>>`),
    file.object(info, `<</Title ${textString(oneLine(report.title))}>>`),
    file.object(
      catalog,
      `<</Type/Catalog/Pages ${root} 0 R/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>>>`,
    ),
    file.trailer(`/Root ${catalog} 0 R/Info ${info} 0 R`),
  )
  return joinBytes(parts)
}

/** The drawing operators of each page. */
function pagesOf(blocks: readonly ReportBlock[]): string[] {
  const pages: string[] = []
  let drawn = ''
  let y = HEIGHT - MARGIN
  for (const block of blocks) {
    const { weight, pt, before } = LOOKS[block.kind]
    const columns = columnsOf(block, { weight, pt })
    const lines = Math.max(1, ...columns.map(({ lines }) => lines.length))
    const height = lines * pt * LINE_EM
    if (y - before - height < MARGIN && drawn !== '') {
      pages.push(drawn)
      drawn = ''
      y = HEIGHT - MARGIN
    }
    y -= before
    for (const { x, lines: texts } of columns) {
      texts.forEach((text, at) => {
        drawn += lineAt(text, { weight, pt, x, y: y - (at + 0.9) * pt * LINE_EM })
      })
    }
    y -= height
  }
  return [...pages, drawn]
}

function columnsOf(
  block: ReportBlock,
  { weight, pt }: { readonly weight: FontWeight; readonly pt: number },
): { x: number; lines: readonly string[] }[] {
  const cells = 'cells' in block ? block.cells : [block.text]
  const shares = 'cells' in block ? block.shares : [1]
  const all = shares.reduce((sum, share) => sum + share, 0)
  const room = WIDTH - 2 * MARGIN - GAP * (cells.length - 1)
  let x = MARGIN
  return cells.map((cell, at) => {
    const width = (room * (shares[at] ?? 1)) / all
    const limitEm = width / pt
    const fit = { weight, limitEm, maxLines: MOST_LINES, overflow: 'shorten' as const }
    const column = { x, lines: wrapText({ ...fit, text: oneLine(cell) }) ?? [] }
    x += width + GAP
    return column
  })
}

function lineAt(
  text: string,
  at: { readonly weight: FontWeight; readonly pt: number; readonly x: number; readonly y: number },
): string {
  const { weight, pt, x, y } = at
  const place = `1 0 0 1 ${decimal(x, 2)} ${decimal(y, 2)} Tm`
  return `/${fontNames[weight]} ${pt} Tf ${place}<${glyphHex(text, weight)}>Tj\n`
}
