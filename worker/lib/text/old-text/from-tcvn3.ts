/**
 * TCVN 5712:1993 (VN3, the “ABC” of fonts .VnTime): the letter each byte stands for, and what programs
 * that know nothing of it show for the byte.
 */
const TABLE = letters(
  0xa1,
  'Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ',
  0xb5,
  'à ả ã á ạ . ằ ẳ ẵ ắ . . . . . . . ặ ầ ẩ ẫ ấ ậ è . ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ',
  0xdc,
  'ĩ í ị ò . ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù . ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ',
)
/** Readers give Đ for the letter of Iceland (0xD0), which is é here. */
const STROKED = '\u00d0\u0110'
const SOURCES = /[\u00a1-\u00fe\u0110]/g

/**
 * TCVN3 as Unicode. Its fonts of capitals (.VnTimeH) have no codes of their own for capitals with a
 * tone: where all plain letters are capitals, all letters are.
 */
export function fromTcvn3(text: string): string {
  const read = text.replace(SOURCES, (shown, at: number) =>
    STROKED.includes(shown) && !isAmongSmall(text, at) ? 'Đ' : (TABLE.get(shown) ?? shown),
  )
  if (read === text) return text
  const isCapitals = !/[a-z]/.test(text) && (text.match(/[A-Z]/g)?.length ?? 0) > 1
  return isCapitals ? read.toUpperCase() : read
}

/** `QĐ-UBND` is short for something and no old text, whatever stands beside it. */
function isAmongSmall(text: string, at: number): boolean {
  return /[a-z]/.test(text.slice(Math.max(0, at - 1), at + 2))
}

function letters(...runs: readonly (number | string)[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>([['\u0110', 'é']])
  let code = 0
  for (const run of runs) {
    if (typeof run === 'number') code = run
    else {
      for (const letter of run.split(' ')) {
        if (letter !== '.') table.set(String.fromCharCode(code), letter)
        code += 1
      }
    }
  }
  return table
}
