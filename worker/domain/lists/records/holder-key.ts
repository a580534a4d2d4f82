import { headingKey } from '../../../lib/sheet/table/heading.ts'
import { normaliseText } from '../../../lib/text/normalise-text.ts'

/** What names of organisations are shortened to, a word each. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['htx', 'hop tac xa'],
  ['tht', 'to hop tac'],
  ['nn', 'nong nghiep'],
  ['cty', 'cong ty'],
  ['ct', 'cong ty'],
  ['cp', 'co phan'],
  ['tnhh', 'trach nhiem huu han'],
  ['dntn', 'doanh nghiep tu nhan'],
  ['dn', 'doanh nghiep'],
  ['dv', 'dich vu'],
  ['sx', 'san xuat'],
  ['tm', 'thuong mai'],
  ['xk', 'xuat khau'],
  ['xnk', 'xuat nhap khau'],
  ['mtv', 'mot thanh vien'],
])

/** One key for `HTX NN Minh Họa` and `Hợp tác xã nông nghiệp Minh Họa`, which may be one holder. */
export function holderKey(name: string): string {
  const words = headingKey(name).split(' ')
  // Letters that stood apart may compose once what was between them is gone.
  return normaliseText(words.map((word) => SHORT.get(word) ?? word).join(' '), 'NFC')
}
