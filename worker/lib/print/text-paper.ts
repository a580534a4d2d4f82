import { zlibSync } from 'fflate'
import { addressQr } from './address-qr.ts'
import { joinBytes, utf8 } from './bytes.ts'
import { oneLine } from './font.ts'
import {
  type PaperSignature,
  putCentred,
  putSides,
  putSignatures,
  type StateHead,
} from './paper-parties.ts'
import {
  BODY,
  baselineOf,
  COLUMN_MM,
  draw,
  FOOT_MM,
  HEAD,
  heightOf,
  LABEL,
  MARGIN_MM,
  mediaBox,
  need,
  PAGE,
  PART,
  paragraphs,
  put,
  type Setting,
  SMALL,
  space,
  TITLE,
  textAt,
  wrapped,
} from './paper-setting.ts'
import { pdfFile } from './pdf/pdf-file.ts'
import { textString } from './pdf/pdf-text.ts'
import { points } from './points.ts'

/** A paper of text alone: what is known, then parts with lines beneath one another. */
export type TextPaper = {
  readonly title: string
  /** Over the title, as whose paper it is. */
  readonly head: string | StateHead
  /** At the foot of each page, before its number. */
  readonly foot: string
  readonly facts: readonly PaperFact[]
  readonly parts: readonly {
    readonly title: string
    readonly lines: readonly string[]
  }[]
  /** Of the parties, side by side. */
  readonly signatures?: readonly PaperSignature[]
  /** Drawn as a QR at the end, with what it is. */
  readonly address: { readonly url: string; readonly text: string }
}

export type PaperFact = { readonly label: string; readonly text: string }

const LABEL_MM = 45
const QR_MM = 30

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

function setPaper({ head, title, facts, parts, signatures = [], address }: TextPaper): string[][] {
  const setting: Setting = { pages: [[]], topMm: MARGIN_MM }
  if (typeof head === 'string') {
    put(setting, head, HEAD)
    put(setting, title, TITLE)
  } else {
    putSides(setting, [head.left, head.right])
    space(setting, 6)
    for (const line of wrapped(title, TITLE, COLUMN_MM)) putCentred(setting, line, TITLE)
  }
  space(setting, 2)
  for (const fact of facts) putFact(setting, fact)
  for (const part of parts) {
    space(setting, 4)
    // A heading at the foot of a page would stand alone.
    need(setting, heightOf(PART) + 2 * heightOf(BODY))
    put(setting, part.title, PART)
    for (const line of part.lines) put(setting, line, BODY)
  }
  putSignatures(setting, signatures)
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
