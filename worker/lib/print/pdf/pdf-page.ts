import { decimal, utf8 } from '../bytes.ts'
import { MM_PER_PT } from '../fit-column.ts'
import type { PrintLabel } from '../label.ts'
import { packMatrix } from '../pack-matrix.ts'
import { pinOf, pinText } from '../pin-text.ts'
import type { OkPlan } from '../plan-sheet.ts'
import type { TextRun } from '../plan-sticker.ts'
import { points } from '../points.ts'
import { qrMatrix } from '../qr-matrix.ts'
import { serialText } from '../sticker-content.ts'
import { fontNames, glyphHex } from './pdf-text.ts'

/** Collects the drawing operators of one page after another, in one buffer used again and again. */
export type PageContent = {
  readonly add: (label: PrintLabel) => void
  /** Stickers on the page so far. */
  readonly count: () => number
  readonly capacity: number
  /** The page's operators, valid until the next `add`; the page then starts afresh. */
  readonly take: () => Uint8Array
}

/** Room for a sticker's operators besides its image, which may be written in hexadecimal. */
const OPERATORS_BYTES = 400

/**
 * The drawing of a sheet of stickers. Each is the shared text (form `T`), its serial, its PIN where it
 * has one, and its symbol as a 1-bit stencil of one pixel a module, which no viewer smooths. Each page begins with
 * what lies `beneath`.
 */
export function pageContent(
  { layout, sticker }: OkPlan,
  { beneath = '' }: { readonly beneath?: string } = {},
): PageContent {
  const { modules, serial, pin, shortSerial } = sticker
  const capacity = layout.columns * layout.rows
  const imageBytes = Math.ceil(modules / 8) * modules
  const start = utf8(
    `${beneath}/${fontNames[sticker.serial.weight]} ${decimal(sticker.serial.pt, 2)} Tf\n`,
  )
  const buffer = new Uint8Array(capacity * (2 * imageBytes + OPERATORS_BYTES) + start.length + 100)
  const placements = Array.from({ length: capacity }, (_, slot) => utf8(placement(layout, slot)))
  const serialAt = `${points(serial.xMm)} ${points(sticker.heightMm - serial.baselineMm)}`
  const sideMm = modules * sticker.moduleMm
  const side = decimal(sideMm / MM_PER_PT, 3)
  const bottomMm = sticker.heightMm - sticker.codeYMm - sideMm
  const image = `${side} 0 0 ${side} ${points(sticker.codeXMm)} ${points(bottomMm)} cm BI/W ${modules}/H ${modules}/IM true/D[1 0]`
  const beforeSerial = utf8(`cm/T Do BT ${serialAt} Td<`)
  const beforePin = pin === null ? null : utf8(`>Tj ${pinMove(serial, pin)}<`)
  const binary = utf8(`>Tj ET ${image}/L ${imageBytes} ID `)
  const hexadecimal = utf8(`>Tj ET ${image}/F/AHx/L ${2 * imageBytes + 1} ID `)
  const after = utf8('\nEI Q\n')
  const packed = new Uint8Array(imageBytes)
  let length = 0
  let count = 0
  const put = (bytes: Uint8Array) => {
    buffer.set(bytes, length)
    length += bytes.length
  }
  const putText = (text: string) => {
    for (let i = 0; i < text.length; i++) buffer[length++] = text.charCodeAt(i)
  }
  return {
    capacity,
    count: () => count,
    add: (label) => {
      if (count === 0) put(start)
      put(placements[count] ?? start)
      put(beforeSerial)
      putText(glyphHex(serialText(label.serial, { short: shortSerial }), serial.weight))
      if (pin !== null && beforePin !== null) {
        put(beforePin)
        putText(glyphHex(pinText(pinOf(label)), pin.weight))
      }
      packMatrix(qrMatrix(label.url, modules), packed)
      if (holdsEndMark(packed)) {
        put(hexadecimal)
        putText(`${Array.from(packed, (byte) => byte.toString(16).padStart(2, '0')).join('')}>`)
      } else {
        put(binary)
        put(packed)
      }
      put(after)
      count++
    },
    take: () => {
      const content = buffer.subarray(0, length)
      length = 0
      count = 0
      return content
    },
  }
}

/** From the line of the serial to that of the PIN; the type is the page's own again with the next sticker. */
function pinMove(serial: TextRun, pin: TextRun): string {
  const font = `/${fontNames[pin.weight]} ${decimal(pin.pt, 2)} Tf`
  return `${font} ${points(pin.xMm - serial.xMm)} ${points(serial.baselineMm - pin.baselineMm)} Td`
}

/** Moves to the bottom left corner of a sticker; row by row from the top. */
function placement(layout: OkPlan['layout'], slot: number): string {
  const xMm = layout.leftMm + (slot % layout.columns) * layout.pitchXMm
  const topMm = layout.topMm + Math.floor(slot / layout.columns) * layout.pitchYMm
  const bottomMm = layout.paper.heightMm - topMm - layout.face.heightMm
  return `q 1 0 0 1 ${points(xMm)} ${points(bottomMm)} `
}

/**
 * Whether image data holds "EI". Readers differ in how they find the end of an inline image (some
 * search for this operator), so data with it is written in hexadecimal: one symbol in about 250.
 */
function holdsEndMark(data: Uint8Array): boolean {
  for (let at = data.indexOf(0x45); at >= 0; at = data.indexOf(0x45, at + 1)) {
    if (data[at + 1] === 0x49) return true
  }
  return false
}
