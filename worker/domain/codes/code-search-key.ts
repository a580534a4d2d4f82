import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'

/**
 * The key under which spellings of one code meet: its letters and digits only, each run of digits
 * without leading zeros. `VN–AGOR–0001`, `vn agor 001` and `vnagor1` share `VNAGOR1`.
 *
 * Separators go before zeros are stripped, so the key does not depend on where they stood; the price
 * is that neighbouring groups of digits (`01-000001`) count as one, which errs towards "not the same".
 */
export function codeSearchKey(text: string): string {
  const upper = /^[0-9A-Z-]*$/.test(text)
    ? text
    : foldVietnamese(normaliseText(text, 'NFKD')).toUpperCase()
  return upper.replace(/[^0-9A-Z]/g, '').replace(/(?<!\d)0+(?=\d)/g, '')
}
