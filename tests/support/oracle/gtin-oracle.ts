/**
 * "valid check digit, no restricted-circulation prefix".
 *
 * Read with the GS1 General Specifications, which the text does not quote: the GS1 prefix is the
 * three digits after the indicator; 020-029, 040-049 and 200-299 are for restricted circulation. With
 * five zeros after the indicator the next eight digits are a GTIN-8, whose GS1-8 prefixes 000-099
 * and 200-299 are.
 */
export function isGtin14(text: string): boolean {
  if (!/^[0-9]{14}$/.test(text)) return false
  let sum = 0
  for (let at = 0; at < 14; at++) sum += Number(text.charAt(at)) * (at % 2 === 0 ? 3 : 1)
  if (sum % 10 !== 0) return false
  if (text.slice(1, 6) === '00000') {
    const prefix8 = Number(text.slice(6, 9))
    return !(prefix8 <= 99 || (prefix8 >= 200 && prefix8 <= 299))
  }
  const prefix = Number(text.slice(1, 4))
  const restricted =
    (prefix >= 20 && prefix <= 29) ||
    (prefix >= 40 && prefix <= 49) ||
    (prefix >= 200 && prefix <= 299)
  return !restricted
}

/** A GTIN-14 of thirteen digits: its check digit added. */
export function withCheckDigit(data: string): string {
  let sum = 0
  for (let at = 0; at < 13; at++) sum += Number(data.charAt(at)) * (at % 2 === 0 ? 3 : 1)
  return data + String((10 - (sum % 10)) % 10)
}
