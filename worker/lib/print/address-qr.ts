import { create } from 'qrcode/lib/core/qrcode.js'
import { QR_MASK, type QrMatrix } from './qr-matrix.ts'

/**
 * The QR symbol of an ordinary address, which has lower-case letters and so needs byte mode: error
 * correction M, the fixed mask. Labels have a denser symbol of their own (`qrMatrix`).
 *
 * @throws Error for an address that fits no symbol (beyond 2,331 bytes)
 */
export function addressQr(url: string): QrMatrix {
  const data = new TextEncoder().encode(url)
  const symbol = create([{ data, mode: 'byte' }], {
    errorCorrectionLevel: 'M',
    maskPattern: QR_MASK,
  })
  return { size: symbol.modules.size, modules: symbol.modules.data }
}
