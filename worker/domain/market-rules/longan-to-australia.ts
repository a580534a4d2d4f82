import type { LocalText } from '../../lib/text/local-text.ts'
import type { RuleValue } from './market-rule.ts'
import { inThree, type ShippedEntry, type ShippedScope } from './shipped-entry.ts'

/** What cartons of fresh longan bear for Australia. */
export function longanMarks(): readonly ShippedEntry[] {
  const shared: ShippedScope = {
    crop: 'longan',
    market: 'AUS',
    validFrom: null,
    source: 'english.vtv.vn, 2019 (nhãn tươi xuất khẩu sang Úc)',
  }
  const mark = (name: LocalText, wording: string | null = null): RuleValue => ({
    kind: 'packing_mark',
    name,
    wording,
  })
  return [
    [
      'longan-aus-mark-origin',
      shared,
      mark(
        inThree('Dòng chữ xuất xứ', 'Words of origin', '原产地字样'),
        'Product of Vietnam for Australia',
      ),
    ],
    [
      'longan-aus-mark-fruit',
      shared,
      mark(inThree('Tên loại quả', 'Name of the fruit', '水果名称')),
    ],
    [
      'longan-aus-mark-phc',
      shared,
      mark(
        inThree('Mã số cơ sở đóng gói (PHC)', 'Packing-house code (PHC)', '包装厂注册号（PHC）'),
      ),
    ],
    [
      'longan-aus-mark-tfc',
      shared,
      mark(
        inThree('Mã số cơ sở xử lý (TFC)', 'Treatment-facility code (TFC)', '处理设施代码（TFC）'),
      ),
    ],
    [
      'longan-aus-mark-tin',
      shared,
      mark(inThree('Số nhận diện lần xử lý (TIN)', 'Treatment number (TIN)', '处理编号（TIN）')),
    ],
  ]
}
