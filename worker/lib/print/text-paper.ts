import { zlibSync } from 'fflate'
import { addressQr } from './address-qr.ts'
import { decimal, joinBytes, utf8 } from './bytes.ts'
import { MM_PER_PT } from './fit-column.ts'
import { type FontWeight, oneLine } from './font.ts'
import { pdfFile } from './pdf/pdf-file.ts'
import { fontNames, glyphHex, textString } from './pdf/pdf-text.ts'
import { wrapText } from './wrap-text.ts'

/** A paper of text alone: what is known, then parts with lines beneath one another. */
export type TextPaper = {
  readonly title: string
  /** Over the title, as whose paper it is. */
  readonly head: string
  /** At the foot of each page, before its number. */
  readonly foot: string
  readonly facts: readonly PaperFact[]
  readonly parts: readonly {
    readonly title: string
    readonly lines: readonly string[]
  }[]
  /** Drawn as a QR at the end, with what it is. */
  readonly address: { readonly url: string; readonly text: string }
}

export type PaperFact = { readonly label: string; readonly text: string }

const PAGE = { widthMm: 210, heightMm: 297 }
const MARGIN_MM = 20
const FOOT_MM = 12
const COLUMN_MM = PAGE.widthMm - 2 * MARGIN_MM
const LABEL_MM = 45
const QR_MM = 30
const MOST_LINES = 400

type Style = { readonly weight: FontWeight; readonly pt: number }
const TITLE: Style = { weight: 'semibold', pt: 16 }
const HEAD: Style = { weight: 'regular', pt: 10 }
const PART: Style = { weight: 'semibold', pt: 12 }
const LABEL: Style = { weight: 'semibold', pt: 10 }
const BODY: Style = { weight: 'regular', pt: 10 }
const SMALL: Style = { weight: 'regular', pt: 8 }
/** Room for stacked diacritics. */
const LINE_EM = 1.45

/** The pages of a paper as drawing operators, top to bottom. */
type Setting = { readonly pages: string[][]; topMm: number }

/**
 * A4 pages of text as PDF 1.7, with the embedded face. The same paper gives the same bytes: no date, no
 * random identifier.
 */
export async function textPaper(paper: TextPaper): Promise<Uint8Array> {
  // The font files are large; the import keeps them out of what answers scans.
  const { pdfFontObjects } = await import('./pdf/pdf-font.ts')
  const pages = setPaper(paper)
  const file = pdfFile()
  const [catalog, root, info] = [file.newId(), file.newId(), file.newId()]
  const [regular, semibold] = [file.newId(), file.newId()]
  const fonts = `/Font<</R ${regular} 0 R/B ${semibold} 0 R>>`
  const out = [file.header()]
  const kids: number[] = []
  for (const [at, drawn] of pages.entries()) {
    const [id, stream] = [file.newId(), file.newId()]
    kids.push(id)
    const foot = `${paper.foot} · ${at + 1}/${pages.length}`
    const content = `${drawn.join('\n')}\n${textAt(MARGIN_MM, PAGE.heightMm - FOOT_MM, foot, SMALL)}\n`
    out.push(
      file.object(
        id,
        `<</Type/Page/Parent ${root} 0 R/Resources<<${fonts}>>/MediaBox${mediaBox()}/Contents ${stream} 0 R>>`,
      ),
      file.stream(stream, '/Filter/FlateDecode', zlibSync(utf8(content))),
    )
  }
  const list = kids.map((kid) => `${kid} 0 R`).join(' ')
  out.push(file.object(root, `<</Type/Pages/Count ${kids.length}/Kids[${list}]>>`))
  out.push(...pdfFontObjects({ file, id: regular, weight: 'regular' }))
  out.push(...pdfFontObjects({ file, id: semibold, weight: 'semibold' }))
  out.push(file.object(info, `<</Title ${textString(oneLine(paper.title))}>>`))
  const shown = '/ViewerPreferences<</DisplayDocTitle true>>'
  out.push(file.object(catalog, `<</Type/Catalog/Pages ${root} 0 R/Lang(vi-VN)${shown}>>`))
  out.push(file.trailer(`/Root ${catalog} 0 R/Info ${info} 0 R`))
  return joinBytes(out)
}

function setPaper({ head, title, facts, parts, address }: TextPaper): string[][] {
  const setting: Setting = { pages: [[]], topMm: MARGIN_MM }
  put(setting, head, HEAD)
  put(setting, title, TITLE)
  space(setting, 2)
  for (const fact of facts) putFact(setting, fact)
  for (const part of parts) {
    space(setting, 4)
    // A heading at the foot of a page would stand alone.
    need(setting, heightOf(PART) + 2 * heightOf(BODY))
    put(setting, part.title, PART)
    for (const line of part.lines) put(setting, line, BODY)
  }
  putQr(setting, address)
  return setting.pages
}

function putFact(setting: Setting, { label, text }: PaperFact): void {
  const widthMm = COLUMN_MM - LABEL_MM
  const labels = wrapped(label, LABEL, LABEL_MM - 3)
  const lines = paragraphs(text).flatMap((each) => wrapped(each, BODY, widthMm))
  for (let at = 0; at < Math.max(labels.length, lines.length); at++) {
    need(setting, heightOf(BODY))
    const baseline = setting.topMm + baselineOf(BODY)
    draw(setting, textAt(MARGIN_MM, baseline, labels[at] ?? '', LABEL))
    draw(setting, textAt(MARGIN_MM + LABEL_MM, baseline, lines[at] ?? '', BODY))
    setting.topMm += heightOf(BODY)
  }
}

function put(setting: Setting, text: string, style: Style): void {
  for (const paragraph of paragraphs(text)) {
    for (const line of wrapped(paragraph, style, COLUMN_MM)) {
      need(setting, heightOf(style))
      draw(setting, textAt(MARGIN_MM, setting.topMm + baselineOf(style), line, style))
      setting.topMm += heightOf(style)
    }
  }
}

function putQr(setting: Setting, { url, text }: TextPaper['address']): void {
  space(setting, 6)
  need(setting, QR_MM + 2)
  const { size, modules } = addressQr(url)
  const moduleMm = QR_MM / size
  const rects: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules[row * size + column] !== 1) continue
      const x = points(MARGIN_MM + column * moduleMm)
      const y = points(PAGE.heightMm - setting.topMm - (row + 1) * moduleMm)
      rects.push(`${x} ${y} ${points(moduleMm)} ${points(moduleMm)} re`)
    }
  }
  draw(setting, `${rects.join('\n')}\nf`)
  const leftMm = MARGIN_MM + QR_MM + 6
  const lines = [
    ...wrapped(text, BODY, COLUMN_MM - QR_MM - 6),
    ...wrapped(url, SMALL, COLUMN_MM - QR_MM - 6),
  ]
  for (const [at, line] of lines.entries()) {
    const baseline = setting.topMm + baselineOf(BODY) + at * heightOf(BODY)
    draw(setting, textAt(leftMm, baseline, line, BODY))
  }
  setting.topMm += QR_MM
}

function paragraphs(text: string): string[] {
  return text.split('\n').map(oneLine)
}

function wrapped(text: string, { weight, pt }: Style, widthMm: number): string[] {
  const limitEm = widthMm / (pt * MM_PER_PT)
  return wrapText({ text, weight, limitEm, maxLines: MOST_LINES, overflow: 'shorten' }) ?? []
}

function need(setting: Setting, heightMm: number): void {
  if (setting.topMm + heightMm <= PAGE.heightMm - MARGIN_MM) return
  setting.pages.push([])
  setting.topMm = MARGIN_MM
}

function space(setting: Setting, mm: number): void {
  setting.topMm += mm
}

function draw({ pages }: Setting, operators: string): void {
  pages.at(-1)?.push(operators)
}

function textAt(xMm: number, baselineMm: number, text: string, { weight, pt }: Style): string {
  const [x, y] = [points(xMm), points(PAGE.heightMm - baselineMm)]
  return `BT /${fontNames[weight]} ${pt} Tf 1 0 0 1 ${x} ${y} Tm<${glyphHex(text, weight)}>Tj ET`
}

const heightOf = ({ pt }: Style) => pt * LINE_EM * MM_PER_PT
const baselineOf = ({ pt }: Style) => pt * 1.1 * MM_PER_PT
const points = (mm: number) => decimal(mm / MM_PER_PT, 2)
const mediaBox = () => `[0 0 ${points(PAGE.widthMm)} ${points(PAGE.heightMm)}]`
