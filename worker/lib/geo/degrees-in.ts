/** A number with a part after the point or comma, and what is written before and behind it. */
const DECIMAL = /^([^\d]{0,20})(\d{1,9})[.,](\d{1,20})([^\d]{0,20})$/
/** `10°30'00.4"N`, the seconds left out where there are none, minutes with a fraction then. */
const SEXAGESIMAL =
  /([-\u2212\u2013]?) ?(\d{1,3}) ?[°º] ?(\d{1,2}(?:[.,]\d{1,10})?) ?['′’‘](?: ?(\d{1,2}(?:[.,]\d{1,10})?) ?(?:["″”“]|''))?/g
/** A letter that says a side of the world, alone beside numbers and signs. */
const SIDES = /(?<!\p{L})[NSEWBĐDT](?!\p{L})/giu
/** Bắc, Đông: with one of these letters, N says south (Nam) and T west (Tây). */
const VIETNAMESE = /[BĐD]/
const MINUS = /[-\u2212\u2013]$/

/**
 * The degrees in a line, negative where a sign or a letter says south or west. Whole numbers and words
 * beside them (`3`, `Góc A:`) are passed over. Null where two readings would be possible.
 */
export function degreesIn(line: string): readonly number[] | null {
  const found = /[°º]/.test(line) && /['′’‘]/.test(line) ? sexagesimals(line) : decimals(line)
  if (found === null) return null
  return saysSouthOrWest(line) ? found.map((each) => -Math.abs(each)) : found
}

/** True where a letter beside the numbers does; one in a name tells nothing. */
function saysSouthOrWest(line: string): boolean {
  const sides = (line.match(SIDES) ?? []).map((side) => side.toUpperCase())
  const isVietnamese = sides.some((side) => VIETNAMESE.test(side))
  return sides.some((side) => (isVietnamese ? /[NTSW]/ : /[SW]/).test(side))
}

function sexagesimals(line: string): number[] {
  return [...line.matchAll(SEXAGESIMAL)].map((found) => {
    const [, sign, whole, minutes = '0', seconds = '0'] = found
    const fraction = numberOf(minutes) / 60 + numberOf(seconds) / 3600
    return sign === '' ? Number(whole) + fraction : -(Number(whole) + fraction)
  })
}

function decimals(line: string): number[] | null {
  const found = piecesOf(line).map(decimalIn)
  if (found.includes(null)) return null
  return found.filter((each): each is number => typeof each === 'number')
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'))
}

/**
 * What stands between blanks and semicolons. A piece with several points and commas is parted at its
 * commas: `1,10.5001,105.1001`; one with a single comma has a decimal comma: `10,5001`.
 */
function piecesOf(line: string): string[] {
  // A sign may stand apart from its number.
  return line
    .replace(/(?<=^|[\s;,])([-\u2212\u2013]) (?=\d)/g, '-')
    .split(/[\s;]/)
    .flatMap((piece) => {
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
  return MINUS.test(before) ? -degrees : degrees
}
