import { batchText } from './batch-text.ts'
import { MM_PER_PT } from './fit-column.ts'
import type { PrintLabels, PrintSubject } from './label.ts'
import { pinOf, pinText } from './pin-text.ts'
import type { OkRollPlan } from './plan-roll.ts'
import type { TextRun } from './plan-sticker.ts'
import { resizedDots } from './print-logo.ts'
import { qrMatrix } from './qr-matrix.ts'
import { serialText } from './sticker-content.ts'
import { zplDots, zplGraphic } from './zpl-graphic.ts'

/** The font of the text: sent at the head of the file, or one the printer has (`E:TT0003M_.FNT`). */
export type ZplFont =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'printer'; readonly name: string }

/**
 * Labels as ZPL II for roll printers, one format (`^XA` to `^XZ`) per label, in UTF-8 (`^CI28`). The
 * symbol is a graphic, not `^BQ`, so that mask and quiet zone are exactly those of the other files.
 *
 * @param input.font embedded if absent: 72 kB once per file, and every Vietnamese letter prints
 * @throws RangeError if a label does not fit the planned symbol
 */
export async function* renderZpl(input: {
  readonly plan: OkRollPlan
  readonly subject: PrintSubject
  readonly labels: PrintLabels
  readonly font?: ZplFont
  /** False where it goes on a file: the font is sent once. */
  readonly withHead?: boolean
}): AsyncGenerator<Uint8Array> {
  const { plan, labels, font = { kind: 'embedded' }, withHead = true } = input
  const { sticker, dotMm, dotsPerModule } = plan
  const dots = (mm: number) => Math.round(mm / dotMm)
  const { head: fontHead, name } = await fontCommands(font)
  const logo = logoCommands(plan)
  const field = (run: TextRun) => {
    const size = dots(run.pt * MM_PER_PT)
    const place = `^FT${dots(run.xMm)},${dots(run.baselineMm)}^A@N,${size},${size},${name}`
    return `${place}^FH_^FD${escapeZpl(run.text)}^FS\n`
  }
  const size = `^PW${dots(sticker.widthMm)}^LL${dots(sticker.heightMm)}^LH0,0`
  const code = `^FO${dots(sticker.codeXMm)},${dots(sticker.codeYMm)}`
  const shared = `^XA^CI28${size}\n${logo.recall}${sticker.texts.map(field).join('')}`
  yield* batchText({
    head: withHead ? `${fontHead}${logo.download}` : '',
    labels,
    text: (label) => {
      const own = field({
        ...sticker.serial,
        text: serialText(label.serial, { short: sticker.shortSerial }),
      })
      const pin = sticker.pin === null ? '' : field({ ...sticker.pin, text: pinText(pinOf(label)) })
      const graphic = zplGraphic(qrMatrix(label.url, sticker.modules), dotsPerModule)
      return `${shared}${own}${pin}${code}${graphic}^FS\n^PQ1^XZ\n`
    },
  })
}

/** A logo is sent once, into the printer's memory, and named by each label. */
function logoCommands({ sticker: { picture }, dotMm }: OkRollPlan) {
  if (picture === null) return { download: '', recall: '' }
  const dots = (mm: number) => Math.round(mm / dotMm)
  const size = { width: dots(picture.widthMm), height: dots(picture.heightMm) }
  const graphic = zplDots({ ...size, dots: resizedDots(picture.picture, size) }, 1)
  return {
    download: `~DGR:GOCLOGO.GRF,${graphic.bytes},${graphic.bytesPerRow},${graphic.data}\n`,
    recall: `^FO${dots(picture.xMm)},${dots(picture.yMm)}^XGR:GOCLOGO.GRF,1,1^FS\n`,
  }
}

async function fontCommands(font: ZplFont): Promise<{ head: string; name: string }> {
  if (font.kind === 'printer') return { head: '', name: font.name }
  // Only here is the font file needed; the import keeps it out of the main bundle.
  const { zplFontDownload, ZPL_FONT_NAME } = await import('./zpl-font.ts')
  return { head: zplFontDownload(), name: `${ZPL_FONT_NAME}.TTF` }
}

/** Characters that would start a command, as `^FH` escapes. */
function escapeZpl(text: string): string {
  return text.replace(/[\^~_]/g, (character) => `_${character.charCodeAt(0).toString(16)}`)
}
