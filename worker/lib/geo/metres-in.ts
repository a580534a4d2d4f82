/** `X:`, `Y=`, `N`, `E(m)` before a figure, and a unit behind it. */
const LABEL = /^[\p{L}()]{0,10}[:=]?/u
const UNIT = /m?[.;:]?$/
const PLAIN = /^\d{6,7}(?:[.,]\d{1,6})?$/
const GROUPED = /^\d{1,3}(?:(?:\.\d{3}){1,2}(?:,\d{1,6})?|(?:,\d{3}){1,2}(?:\.\d{1,6})?)$/
/** The smallest easting and northing of a zone in Viet Nam, generously. */
const LEAST = 100_000
const LEAST_NORTHING = 850_000

/**
 * The northing and easting in metres that a line of a certificate gives (`1 | 1150432.12 | 551234.50`,
 * `X: 1.150.432,12 Y: 551.234,50`), in the order written; null where it gives no such pair. Numbers
 * of corners and lengths of sides are passed over.
 */
export function metresIn(line: string): readonly [number, number] | null {
  const found = line
    .split(/[\s;|]/)
    .flatMap((piece) => figuresIn(piece))
    .filter((figure) => figure >= LEAST)
  const [first, second, ...more] = found
  if (first === undefined || second === undefined || more.length > 0) return null
  const isPair =
    Math.max(first, second) >= LEAST_NORTHING && Math.min(first, second) < LEAST_NORTHING
  return isPair ? [first, second] : null
}

function figuresIn(piece: string): number[] {
  const bare = piece.replace(LABEL, '').replace(UNIT, '')
  const whole = figureOf(bare)
  if (whole !== null) return [whole]
  return bare.split(',').flatMap((each) => figureOf(each) ?? [])
}

function figureOf(text: string): number | null {
  if (PLAIN.test(text)) return Number(text.replace(',', '.'))
  if (!GROUPED.test(text)) return null
  const isDotted = /^\d{1,3}\./.test(text)
  return Number(isDotted ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', ''))
}
