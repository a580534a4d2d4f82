/** A number with a part after the point or comma, and what is written before and behind it. */
const DECIMAL = /^([^\d]{0,20})(\d{1,9})[.,](\d{1,20})([^\d]{0,20})$/
/** `10°30'00.4"N`, the seconds left out where there are none. */
const SEXAGESIMAL =
  /(-?)(\d{1,3}) ?[°º] ?(\d{1,2}) ?['′’‘](?: ?(\d{1,2}(?:[.,]\d{1,10})?) ?(?:["″”“]|''))? ?([NSEWnsew]?)/g
/** South or west, beside a number. */
const SOUTH_OR_WEST = /(?:^|[\s\d.,;°º'"′″’”])[SWsw](?=$|[\s\d,;:])/

/**
 * The degrees in a line, negative where a sign or a letter says south or west. Whole numbers and words
 * beside them (`3`, `Góc A:`) are passed over. Null where two readings would be possible.
 */
export function degreesIn(line: string): readonly number[] | null {
  if (/[°º]/.test(line) && /['′’‘]/.test(line)) {
    return [...line.matchAll(SEXAGESIMAL)].map(degreesOf)
  }
  const found = piecesOf(line).map(decimalIn)
  if (found.includes(null)) return null
  const degrees = found.filter((each): each is number => typeof each === 'number')
  return SOUTH_OR_WEST.test(line) ? degrees.map((each) => -Math.abs(each)) : degrees
}

function degreesOf(found: RegExpExecArray): number {
  const [, sign, whole, minutes, seconds = '0', letter = ''] = found
  const fraction = Number(minutes) / 60 + Number(seconds.replace(',', '.')) / 3600
  const degrees = Number(whole) + fraction
  return sign === '-' || /[SWsw]/.test(letter) ? -degrees : degrees
}

/**
 * What stands between blanks and semicolons. A piece with several points and commas is parted at its
 * commas: `1,10.5001,105.1001`; one with a single comma has a decimal comma: `10,5001`.
 */
function piecesOf(line: string): string[] {
  return line.split(/[\s;]/).flatMap((piece) => {
    const trimmed = piece.replace(/^[,:]|[,:]$/g, '')
    const signs = trimmed.match(/[.,]/g)?.length ?? 0
    return signs > 1 ? trimmed.split(',') : [trimmed]
  })
}

/** Undefined for what is no degrees, null for what might be several. */
function decimalIn(piece: string): number | null | undefined {
  if (!/\d[.,]\d/.test(piece)) return undefined
  const found = DECIMAL.exec(piece)
  if (found === null) return null
  const [, before = '', whole, fraction] = found
  const degrees = Number(`${whole}.${fraction}`)
  return /[-\u2212\u2013]$/.test(before) ? -degrees : degrees
}
