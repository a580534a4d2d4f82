import type { FontWeight } from './font.ts'
import { oneLine } from './font.ts'
import type { PrintSubject } from './label.ts'
import type { StickerFace } from './sticker-face.ts'

/** What a line of a sticker states. */
export type StickerField =
  | 'product'
  | 'producer'
  | 'ref'
  | 'serial'
  | 'gtin'
  | 'areas'
  | 'house'
  | 'packed'
  | 'expires'
  | 'scan'
  | 'demo'

/** A paragraph of a sticker before it is fitted. */
export type StickerLine = {
  readonly field: StickerField
  readonly text: string
  readonly weight: FontWeight
  readonly pt: number
  readonly maxLines: number
  /** May be left out when there is no room. */
  readonly optional: boolean
}

/** The paragraphs beside the code, and those of the footer (left, then right). */
export type StickerContent = { readonly column: StickerLine[]; readonly footer: StickerLine[] }

/** The widest serial the grammar allows, for reserving its room. */
const WIDEST_SERIAL = 88_888_888

/** Batch code in two groups of four for reading aloud; a typed code may keep the hyphen. */
export function groupedRef(ref: string): string {
  return `${ref.slice(0, 4)}-${ref.slice(4)}`
}

/** The line that differs from label to label. */
export function serialText(serial: number): string {
  return serial === 0 ? 'Tem cả lô' : `Tem số ${serial}`
}

/** ISO calendar date as dd/mm/yyyy. */
function dayMonthYear(isoDate: string): string {
  return isoDate.split('-').reverse().join('/')
}

const plain = { weight: 'regular', pt: 6.4, maxLines: 1, optional: false } as const
const bold = { ...plain, weight: 'semibold' } as const

/** Everything a sticker of this face says of the subject, in reading order. */
export function stickerContent(face: StickerFace, subject: PrintSubject): StickerContent {
  const content = face.content === 'brief' ? brief(subject) : complete(subject)
  const scaled = (line: StickerLine): StickerLine => ({
    ...line,
    text: oneLine(line.text),
    pt: line.pt * face.scale,
  })
  return { column: content.column.map(scaled), footer: content.footer.map(scaled) }
}

function brief(subject: PrintSubject): StickerContent {
  const column: StickerLine[] = [
    { ...bold, field: 'product', text: subject.productName, pt: 6.6, maxLines: 4 },
    { ...bold, field: 'ref', text: groupedRef(subject.ref), pt: 7.4 },
    { ...plain, field: 'serial', text: serialText(WIDEST_SERIAL), pt: 6 },
  ]
  if (subject.demo) column.push({ ...bold, field: 'demo', text: 'MINH HOẠ', pt: 5.6 })
  return { column, footer: [] }
}

function complete(subject: PrintSubject): StickerContent {
  const { productName, producerName, ref, gtin, growingAreas, packingHouse, expiresOn } = subject
  const column: StickerLine[] = [
    { ...bold, field: 'product', text: productName, pt: 8.4, maxLines: 4 },
  ]
  if (producerName !== null) {
    column.push({ ...plain, field: 'producer', text: producerName, maxLines: 3, optional: true })
  }
  column.push(
    { ...bold, field: 'ref', text: `Mã lô ${groupedRef(ref)}`, pt: 8 },
    { ...plain, field: 'serial', text: serialText(WIDEST_SERIAL) },
  )
  if (growingAreas.length > 0) {
    const text = `Vùng trồng: ${growingAreas.join(', ')}`
    column.push({ ...plain, field: 'areas', text, maxLines: 6 })
  }
  if (packingHouse !== null) {
    column.push({ ...plain, field: 'house', text: `Nơi đóng gói: ${packingHouse}`, maxLines: 3 })
  }
  column.push({
    ...plain,
    field: 'packed',
    text: `Ngày đóng gói: ${dayMonthYear(subject.packedOn)}`,
  })
  if (expiresOn !== null) {
    column.push({ ...plain, field: 'expires', text: `Hạn dùng: ${dayMonthYear(expiresOn)}` })
  }
  if (gtin !== null) column.push({ ...plain, field: 'gtin', text: `GTIN: ${gtin}`, optional: true })
  const footer: StickerLine[] = [{ ...plain, field: 'scan', text: 'Quét mã để kiểm tra nguồn gốc' }]
  if (subject.demo) footer.push({ ...bold, field: 'demo', text: 'MINH HOẠ' })
  return { column, footer }
}
