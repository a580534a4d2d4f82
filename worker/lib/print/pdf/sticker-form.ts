import { zlibSync } from 'fflate'
import { decimal, utf8 } from '../bytes.ts'
import type { StickerPlan } from '../plan-sticker.ts'
import { points } from '../points.ts'
import { fontNames, glyphHex } from './pdf-text.ts'

/**
 * The text all stickers share, as a form drawn once per sticker: its dictionary entries and data.
 *
 * @param resources of fonts, and of the logo (`L`) where there is one
 */
export function stickerForm(sticker: StickerPlan, resources: string): [string, Uint8Array] {
  const lines = sticker.texts.map((run) => {
    const y = points(sticker.heightMm - run.baselineMm)
    const font = `/${fontNames[run.weight]} ${decimal(run.pt, 2)} Tf`
    return `${font} 1 0 0 1 ${points(run.xMm)} ${y} Tm<${glyphHex(run.text, run.weight)}>Tj`
  })
  const box = `[0 0 ${points(sticker.widthMm)} ${points(sticker.heightMm)}]`
  const entries = `/Type/XObject/Subtype/Form/BBox${box}/Resources<<${resources}>>/Filter/FlateDecode`
  return [entries, zlibSync(utf8(`${logoOf(sticker)}BT\n${lines.join('\n')}\nET\n`))]
}

function logoOf({ picture, heightMm }: StickerPlan): string {
  if (picture === null) return ''
  const [width, height] = [points(picture.widthMm), points(picture.heightMm)]
  const bottom = points(heightMm - picture.yMm - picture.heightMm)
  return `q ${width} 0 0 ${height} ${points(picture.xMm)} ${bottom} cm/L Do Q\n`
}
