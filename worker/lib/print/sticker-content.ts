import type { FontWeight } from './font.ts'
import { oneLine } from './font.ts'
import type { PrintSubject } from './label.ts'
import { pinText } from './pin-text.ts'
import type { PrintLogo } from './print-logo.ts'
import type { StickerFace } from './sticker-face.ts'

/** What a line of a sticker states. */
export type StickerField =
  | 'logo'
  | 'product'
  | 'ocop'
  | 'netContent'
  | 'producer'
  | 'address'
  | 'phone'
  | 'origin'
  | 'mark'
  | 'abroad'
  | 'lot'
  | 'ref'
  | 'serial'
  | 'pinCaption'
  | 'pin'
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
  /** Where there is no room, the lowest goes first; null stays or the sticker is refused. */
  readonly goes: number | null
  /** Drawn in place of the text, at most as high as its size of type. */
  readonly picture?: PrintLogo
}

/** The paragraphs beside the code, and those of the footer (left, then right). */
export type StickerContent = { readonly column: StickerLine[]; readonly footer: StickerLine[] }

/** The widest serial the grammar allows, for reserving its room. */
const WIDEST_SERIAL = 88_888_888
/** The widest PIN, likewise. */
const WIDEST_PIN = '888888'

/** Batch code in two groups of four for reading aloud; a typed code may keep the hyphen. */
export function groupedRef(ref: string): string {
  return `${ref.slice(0, 4)}-${ref.slice(4)}`
}

/** The line that differs from label to label. */
export function serialText(serial: number, { short = false }: { short?: boolean } = {}): string {
  if (serial === 0) return 'Tem cả lô'
  return short ? String(serial) : `Tem số ${serial}`
}

/** ISO calendar date as dd/mm/yyyy. */
function dayMonthYear(isoDate: string): string {
  return isoDate.split('-').reverse().join('/')
}

/**
 * In which order lines give way. What the law wants on goods, or a person needs to tell one pack from
 * another, goes last or never; what the code carries as well goes first.
 */
const GOES = {
  logo: 1,
  abroad: 2,
  gtin: 3,
  mark: 4,
  phone: 5,
  address: 6,
  origin: 7,
  ocop: 8,
  producer: 9,
  netContent: 10,
} as const

const SCAN = 'Quét mã để kiểm tra nguồn gốc'
const SCAN_AND_SCRATCH = 'Quét mã, cào lớp phủ để kiểm tra'

/** Height of a logo: 5.6 mm where the type is as designed, and it shrinks with it. */
const LOGO_PT = 16

const plain = { weight: 'regular', pt: 6.4, maxLines: 1, goes: null } as const
const bold = { ...plain, weight: 'semibold' } as const

function line(field: StickerField, text: string, face: Partial<StickerLine> = {}): StickerLine {
  return { ...plain, ...face, field, text }
}

/** Everything a sticker of this face says of the subject, in reading order. */
export function stickerContent(face: StickerFace, subject: PrintSubject): StickerContent {
  const content = CONTENTS[face.content](subject)
  const scaled = (line: StickerLine): StickerLine => ({
    ...line,
    text: oneLine(line.text),
    pt: line.pt * face.scale,
  })
  return { column: content.column.map(scaled), footer: content.footer.map(scaled) }
}

const CONTENTS: Readonly<
  Record<StickerFace['content'], (subject: PrintSubject) => StickerContent>
> = { least, brief, complete }

/** Beside a code that takes nearly all of the sticker. */
function least(subject: PrintSubject): StickerContent {
  const short = serialText(WIDEST_SERIAL, { short: true })
  const column = [
    line('product', subject.productName, { ...bold, pt: 5.6, maxLines: 3, goes: 1 }),
    line('ref', groupedRef(subject.ref), { ...bold, pt: 6.4, maxLines: 2 }),
    line('serial', short, { pt: 5.6 }),
    ...pinLine(subject, 6.4),
    ...notReal(subject, 5.2),
  ]
  return { column, footer: [] }
}

function brief(subject: PrintSubject): StickerContent {
  const { lot } = subject
  const column = [
    line('product', subject.productName, { ...bold, pt: 6.6, maxLines: 4 }),
    line('ref', groupedRef(subject.ref), { ...bold, pt: 7.4 }),
    ...(lot === null ? [] : [line('lot', `Lô ${lot}`, { pt: 6, maxLines: 2, goes: 1 })]),
    line('serial', serialText(WIDEST_SERIAL), { pt: 6 }),
    ...(subject.hasPin ? [line('pinCaption', 'Cào lấy mã:', { pt: 6, goes: 2 })] : []),
    ...pinLine(subject, 7.4),
    ...notReal(subject, 5.6),
  ]
  return { column, footer: [] }
}

function complete(subject: PrintSubject): StickerContent {
  return {
    column: [...whatItIs(subject), ...whoseItIs(subject), ...whichItIs(subject)],
    footer: [line('scan', subject.hasPin ? SCAN_AND_SCRATCH : SCAN), ...notReal(subject, plain.pt)],
  }
}

/** What the scratch layer goes over, on a line of its own; what it is for stands outside of it. */
function pinLine({ hasPin }: PrintSubject, pt: number): StickerLine[] {
  return hasPin ? [line('pin', pinText(WIDEST_PIN), { ...bold, pt })] : []
}

/** That it is a sample, or of no real goods. */
function notReal({ demo, sample }: PrintSubject, pt: number): StickerLine[] {
  const text = sample ? 'MẪU' : demo ? 'MINH HOẠ' : null
  return text === null ? [] : [line('demo', text, { ...bold, pt })]
}

function whatItIs(subject: PrintSubject): StickerLine[] {
  const { productName, ocopStars, netContent, mark, abroad, logo } = subject
  return [
    ...(logo === null ? [] : [line('logo', '', { picture: logo, pt: LOGO_PT, goes: GOES.logo })]),
    line('product', productName, { ...bold, pt: 8.4, maxLines: 4 }),
    ...abroad.flatMap((text) => told('abroad', text)),
    ...told('ocop', ocopStars === null ? null : `OCOP ${ocopStars} sao`),
    ...told('netContent', netContent === null ? null : `Khối lượng tịnh: ${netContent}`),
    ...told('mark', mark),
  ]
}

function whoseItIs({ producerName, address, phone, origin }: PrintSubject): StickerLine[] {
  return [
    ...told('producer', producerName),
    ...told('address', address),
    ...told('phone', phone === null ? null : `ĐT: ${phone}`),
    ...told('origin', origin === null ? null : `Xuất xứ: ${origin}`),
  ]
}

function whichItIs(subject: PrintSubject): StickerLine[] {
  const { ref, lot, gtin, growingAreas, packingHouse, packedOn, expiresOn } = subject
  const areas = `Vùng trồng: ${growingAreas.join(', ')}`
  const house = `Nơi đóng gói: ${packingHouse}`
  return [
    ...(lot === null ? [] : [line('lot', `Số lô: ${lot}`, { ...bold, maxLines: 3 })]),
    line('ref', `Mã lô ${groupedRef(ref)}`, { ...bold, pt: 8 }),
    line('serial', serialText(WIDEST_SERIAL)),
    ...pinLine(subject, 7.4),
    ...(growingAreas.length === 0 ? [] : [line('areas', areas, { maxLines: 6 })]),
    ...(packingHouse === null ? [] : [line('house', house, { maxLines: 3 })]),
    line('packed', `Ngày đóng gói: ${dayMonthYear(packedOn)}`),
    ...(expiresOn === null ? [] : [line('expires', `Hạn dùng: ${dayMonthYear(expiresOn)}`)]),
    ...told('gtin', gtin === null ? null : `GTIN: ${gtin}`),
  ]
}

/** A line that may give way; none where nobody has said it. */
function told(field: keyof typeof GOES, text: string | null): StickerLine[] {
  return text === null ? [] : [line(field, text, { maxLines: 3, goes: GOES[field] })]
}
