/**
 * VNI (fonts VNI-Times and others): a letter and the sign behind it are one letter of Vietnamese.
 * Written as `base, then sign and letter in pairs`.
 */
const PAIRS = pairs(
  'a ø à ù á û ả õ ã ï ạ â â à ầ á ấ å ẩ ã ẫ ä ậ ê ă è ằ é ắ ú ẳ ü ẵ ë ặ',
  'e ø è ù é û ẻ õ ẽ ï ẹ â ê à ề á ế å ể ã ễ ä ệ',
  'o ø ò ù ó û ỏ õ õ ï ọ â ô à ồ á ố å ổ ã ỗ ä ộ',
  'ô ø ờ ù ớ û ở õ ỡ ï ợ',
  'u ø ù ù ú û ủ õ ũ ï ụ',
  'ö ø ừ ù ứ û ử õ ữ ï ự',
  'y ø ỳ ù ý û ỷ õ ỹ',
)
/** Letters with one sign. */
const SINGLES = new Map([
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
])
const SOURCES = /[aeouyôö][àáâãäåèéêëïõøùûúü]|[ôöñæóòî]/gi

/** VNI as Unicode; capitals by the letter, whatever the case of its sign. */
export function fromVni(text: string): string {
  return text.replace(SOURCES, (shown) => {
    const lower = shown.toLowerCase()
    const letter = PAIRS.get(lower) ?? SINGLES.get(lower)
    if (letter !== undefined) return shown[0] === lower[0] ? letter : letter.toUpperCase()
    // A letter of one sign before a sign that is not its own.
    const [first = '', second = ''] = shown
    return fromSingle(first) + fromSingle(second)
  })
}

function fromSingle(shown: string): string {
  const letter = SINGLES.get(shown.toLowerCase())
  if (letter === undefined) return shown
  return shown === shown.toLowerCase() ? letter : letter.toUpperCase()
}

function pairs(...rows: readonly string[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const row of rows) {
    const [base = '', ...rest] = row.split(' ')
    for (let at = 0; at + 1 < rest.length; at += 2) {
      table.set(`${base}${rest[at]}`, rest[at + 1] ?? '')
    }
  }
  return table
}
