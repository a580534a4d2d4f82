import { escapeXml } from '../text/escape-markup.ts'
import { decimal } from './bytes.ts'
import { darkPath, dotsPath } from './dark-path.ts'
import { MM_PER_PT } from './fit-column.ts'
import { widthEm } from './font.ts'
import type { PrintLabel, PrintSubject } from './label.ts'
import { pinOf, pinText } from './pin-text.ts'
import type { OkPlan, SheetPlan } from './plan-sheet.ts'
import { planSheet } from './plan-sheet.ts'
import type { PlacedPicture, StickerPlan, TextRun } from './plan-sticker.ts'
import { logoDots } from './print-logo.ts'
import { qrMatrix } from './qr-matrix.ts'
import { qrSide } from './qr-side.ts'
import { serialText } from './sticker-content.ts'

/** Plans the sticker of an SVG file: that of the 24-up sheet, or of the 8-up sheet for large codes. */
export function planSvg(input: {
  readonly subject: PrintSubject
  readonly modules: number
}): SheetPlan {
  const plan = planSheet({ ...input, layout: '24' })
  return plan.ok ? plan : planSheet({ ...input, layout: '8' })
}

/**
 * One label as an SVG document in millimetres. The symbol is one filled path, which design programs
 * scale exactly; every text is held to its planned width, so another font cannot run into the code.
 *
 * @param plan the run's plan, so that its labels look alike; made for this label if absent
 * @throws RangeError if no plan was given and the label fits no sticker
 */
export function renderSvg(label: PrintLabel, subject: PrintSubject, plan?: OkPlan): string {
  const made = plan ?? planSvg({ subject, modules: qrSide(label.url.length) })
  if (!made.ok) throw new RangeError(`the label fits no sticker: ${made.reason}`)
  return svgDocument(label, made.sticker)
}

function svgDocument(label: PrintLabel, sticker: StickerPlan): string {
  const { widthMm, heightMm, modules, moduleMm, codeXMm, codeYMm, pin } = sticker
  const serial = serialText(label.serial, { short: sticker.shortSerial })
  const own = [
    withText(sticker.serial, serial),
    ...(pin === null ? [] : [withText(pin, pinText(pinOf(label)))]),
  ]
  const place = `translate(${decimal(codeXMm, 4)} ${decimal(codeYMm, 4)}) scale(${decimal(moduleMm, 4)})`
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="vi" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}">
<rect width="100%" height="100%" fill="#fff"/>
<path transform="${place}" shape-rendering="crispEdges" d="${darkPath(qrMatrix(label.url, modules))}"/>
${sticker.picture === null ? '' : svgPicture(sticker.picture)}<g font-family="'Be Vietnam Pro','Noto Sans',Arial,sans-serif">
${[...sticker.texts, ...own].map(svgText).join('\n')}
</g>
</svg>
`
}

/** A line in its place with the text of one label. */
function withText(run: TextRun, text: string): TextRun {
  return { ...run, text, widthMm: widthEm(text, run.weight) * run.pt * MM_PER_PT }
}

function svgPicture({ picture, xMm, yMm, widthMm }: PlacedPicture): string {
  const scale = decimal(widthMm / picture.width, 4)
  const place = `translate(${decimal(xMm, 2)} ${decimal(yMm, 2)}) scale(${scale})`
  const path = dotsPath({ ...picture, dots: logoDots(picture) })
  return `<path transform="${place}" d="${path}"/>\n`
}

function svgText({ text, weight, pt, xMm, baselineMm, widthMm }: TextRun): string {
  const place = `x="${decimal(xMm, 2)}" y="${decimal(baselineMm, 2)}"`
  const size = `font-size="${decimal(pt * MM_PER_PT, 3)}" font-weight="${weight === 'regular' ? 400 : 600}"`
  const fit = `textLength="${decimal(widthMm, 2)}" lengthAdjust="spacingAndGlyphs"`
  return `<text ${place} ${size} ${fit}>${escapeXml(text)}</text>`
}
