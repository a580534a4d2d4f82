import { describe, expect, it } from 'vitest'
import { fromDoublyEncoded } from '../../../worker/lib/text/old-text/from-doubly-encoded.ts'
import { fromTcvn3 } from '../../../worker/lib/text/old-text/from-tcvn3.ts'
import { fromVni } from '../../../worker/lib/text/old-text/from-vni.ts'
import { isVietnameseSyllable } from '../../../worker/lib/text/old-text/is-vietnamese-syllable.ts'
import { readOldText } from '../../../worker/lib/text/old-text/old-text.ts'
import { readCodeRecords, readWorkbook } from '../../support/at-once.ts'
import { buildXlsx } from '../../support/sheets/xlsx-builder.ts'

/** What a program set to Western Europe makes of UTF-8. */
const misread = (text: string) =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

const EVERY_LETTER =
  'á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ đ é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ'
const TCVN3_LETTERS =
  '¸ µ ¶ · ¹ ¨ ¾ » ¼ ½ Æ © Ê Ç È É Ë ® Ð Ì Î Ï Ñ ª Õ Ò Ó Ô Ö Ý × Ø Ü Þ ã ß á â ä « è å æ ç é ¬ í ê ë ì î ó ï ñ ò ô ­ ø õ ö ÷ ù ý ú û ü þ'
const VNI_LETTERS =
  'aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä ñ eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î'

describe('tables of old encodings', () => {
  it('know every letter of TCVN3 and of VNI', () => {
    expect(fromTcvn3(TCVN3_LETTERS.replace('Ð', 'kÐm'))).toBe(EVERY_LETTER.replace('é', 'kém'))
    expect(fromVni(VNI_LETTERS)).toBe(EVERY_LETTER)
    expect(fromVni(VNI_LETTERS.toUpperCase())).toBe(EVERY_LETTER.toUpperCase())
  })

  it('read capitals of fonts without capitals by what stands around them', () => {
    expect(fromTcvn3('HîP T¸C X· §åNG T¢M')).toBe('HỢP TÁC XÃ ĐỒNG TÂM')
    expect(fromTcvn3('§µ N½ng')).toBe('Đà Nẵng')
    expect(fromTcvn3('Sè c¸i hiÖu 15/QĐ-UBND')).toBe('Số cái hiệu 15/QĐ-UBND')
    expect(fromVni('ÑÒA CHÆ')).toBe('ĐỊA CHỈ')
  })

  it('undo what was encoded twice, once or two times over, and leave every other text', () => {
    expect(fromDoublyEncoded(misread(EVERY_LETTER))).toBe(EVERY_LETTER)
    expect(fromDoublyEncoded(misread(misread('Hợp tác xã Đồng Tâm')))).toBe('Hợp tác xã Đồng Tâm')
    expect(fromDoublyEncoded('Hợp tác xã')).toBeNull()
    expect(fromDoublyEncoded('Société Générale')).toBeNull()
  })

  it('put back the byte without a sign that a program dropped', () => {
    expect(fromDoublyEncoded(misread('Đồng').replaceAll('\u0090', ''))).toBe('Đồng')
    expect(fromDoublyEncoded(misread('nhà máy').replaceAll('\u00a0', ' '))).toBe('nhà máy')
  })
})

describe('whether a text is old', () => {
  it('tells syllables of Vietnamese from what only looks like them', () => {
    for (const word of ['nghiêng', 'khoẻ', 'khỏe', 'thuỷ', 'quả', 'già', 'Đắk', 'của', 'ngoài']) {
      expect([word, isVietnameseSyllable(word)]).toEqual([word, true])
    }
    for (const word of ['Hîp', 'taùc', 'maõ', 'xaõ', 'được2', 'bàt', 'Société']) {
      expect([word, isVietnameseSyllable(word)]).toEqual([word, false])
    }
  })

  it('never calls names in other languages or Vietnamese in Unicode old', () => {
    for (const text of [
      'Société Générale',
      'Nestlé',
      'Hợp tác xã',
      'Lào Cai',
      'CAFÉ',
      'ñandú',
      '中国',
    ]) {
      for (const kind of ['tcvn3', 'vni', 'doubly_encoded'] as const) {
        expect([text, kind, readOldText(text, kind).words]).toEqual([text, kind, 0])
      }
    }
  })
})

const HEADINGS = ['Mã số', 'Tên vùng trồng', 'Chủ sở hữu', 'Xã', 'Tỉnh', 'Thị trường', 'Ngày cấp']

describe('a list with old texts', () => {
  it('reads a text that is Vietnamese either way like the clear ones of its column', () => {
    const rows = [
      HEADINGS,
      ['VN-AGOR-0001', 'Hµ Néi', 'Nãi', 'Xã Mới', 'An Giang', 'CHN', '01/02/2024'],
      ['VN-AGOR-0002', 'B¶n LÇu', 'Hîp t¸c x·', 'Xã Mới', 'An Giang', 'CHN', '01/02/2024'],
    ]
    const bytes = buildXlsx({ sheets: [{ name: 'DS', rows }] })
    const reading = readWorkbook(bytes, { fileName: 'a.xlsx', convertText: true })
    if (!reading.ok) throw new Error(reading.problem.message)
    const [, first] = reading.workbook.sheets[0]?.rows ?? []
    // The holder's column is old; that of communes is not.
    expect(first?.cells.slice(1, 4)).toEqual(['Hà Nội', 'Nói', 'Xã Mới'])
  })

  const tcvn3 =
    'M· sè;Tªn vïng trång;Chñ së h÷u;X·;TØnh;ThÞ tr­êng;Ngµy cÊp\nVN-LCOR-0955;Vïng trång chuèi;Hîp t¸c x· §ång T©m;B¶n LÇu;Lµo Cai;Trung Quèc;03/02/2024\n'
  const vni =
    'Maõ soá;Teân vuøng troàng;Chuû sôû höõu;Xaõ;Tænh;Thò tröôøng;Ngaøy caáp\nVN-LCOR-0955;Vuøng troàng;Hôïp taùc xaõ Ñoàng Taâm;Baûn Laàu;Laøo Cai;Trung Quoác;03/02/2024\n'

  it.each([
    ['TCVN3', tcvn3],
    ['VNI', vni],
  ])('whose headings are %s too is refused with the cause, and read once confirmed', (_, text) => {
    const asIs = readWorkbook(bytesOf(text), { fileName: 'a.csv' })
    if (!asIs.ok) throw new Error(asIs.problem.message)
    const refused = readCodeRecords(asIs.workbook)
    expect(refused).toMatchObject({ ok: false, problem: { oldText: { cells: 12 } } })
    if (!refused.ok) expect(refused.problem.message).toContain('“Mã số”')
    const read = readWorkbook(bytesOf(text), { fileName: 'a.csv', convertText: true })
    if (!read.ok) throw new Error(read.problem.message)
    const [holder] = readCodeRecords(read.workbook).ok ? recordsOf(read.workbook) : []
    expect(holder).toMatchObject({ holderName: 'Hợp tác xã Đồng Tâm', commune: 'Bản Lầu' })
  })

  it('in the Vietnamese code page is read as before', () => {
    const text = 'M\u00e3 s\u00f4\u00ec;T\u00ean;Gi\u00e1\nVN-1;Ch\u00f4m;\u00d0\u00f4\u00ecng\n'
    const reading = readWorkbook(bytesOf(text), { fileName: 'a.csv' })
    if (!reading.ok) throw new Error(reading.problem.message)
    expect(reading.workbook.warnings).toMatchObject([{ code: 'encoding' }])
  })
})

function recordsOf(workbook: Parameters<typeof readCodeRecords>[0]) {
  const result = readCodeRecords(workbook)
  return result.ok ? result.records.map(({ record }) => record) : []
}
