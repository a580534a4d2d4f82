import { create } from 'qrcode/lib/core/qrcode.js'

/** A QR symbol: `modules[row * size + column]` is 1 where dark. No quiet zone. */
export type QrMatrix = { readonly size: number; readonly modules: Uint8Array }

/** Width of the white border on every side, in modules (ISO/IEC 18004, 6.3.8). */
export const QUIET_ZONE_MODULES = 4

/**
 * The one mask of every symbol. A reader needs no particular mask; the standard's search for the
 * best of eight costs ten times the encoding. Of the eight, mask 2 (every third column) had the
 * lowest mean penalty (ISO/IEC 18004, 7.8.3) over random signatures in versions 6 and 7, which are
 * the labels of hosts up to 20 characters, and the fewest patterns that look like a finder: about
 * 3 a symbol, where mask 1 has 5 to 6. On blurred, turned and noisy pictures of the same labels a
 * reader (zxing) told no difference between the eight.
 */
export const QR_MASK = 2

/**
 * The QR symbol of a label URL: error correction M, alphanumeric mode, fixed mask.
 *
 * @param size modules on a side of the symbols of the same sheet, so that all look alike; the
 *   smallest that holds the URL if absent
 * @throws RangeError if the URL leaves the alphanumeric set or does not fit `size`
 */
export function qrMatrix(url: string, size?: number): QrMatrix {
  // The encoder maps a character it does not know to -1 without complaint.
  if (!/^[0-9A-Z $%*+\-./:]+$/.test(url)) {
    throw new RangeError('a label URL must stay in the QR alphanumeric set')
  }
  const symbol = create([{ data: url, mode: 'alphanumeric' }], {
    errorCorrectionLevel: 'M',
    maskPattern: QR_MASK,
    version: size === undefined ? undefined : (size - 17) / 4,
  })
  if (size !== undefined && symbol.modules.size !== size) {
    throw new RangeError(`the label does not fit a symbol of ${size} modules`)
  }
  return { size: symbol.modules.size, modules: symbol.modules.data }
}
