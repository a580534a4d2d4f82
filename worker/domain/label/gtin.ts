/**
 * True for a 14-digit GTIN with a right check digit that may leave a company: restricted-circulation
 * numbers (GS1 General Specifications 1.4.2: prefixes 02, 04, 20 to 29; GTIN-8 prefixes 0 and 2) may not.
 */
export function isPublicGtin14(text: string): boolean {
  return /^\d{14}$/.test(text) && hasGs1CheckDigit(text) && !isRestricted(text)
}

/** GS1 mod-10 check digit: weights 3 and 1 from the right (GS1 General Specifications 7.9). */
export function hasGs1CheckDigit(digits: string): boolean {
  let sum = 0
  for (let i = digits.length - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
    sum += (digits.charCodeAt(i) - 48) * weight
  }
  return (10 - (sum % 10)) % 10 === digits.charCodeAt(digits.length - 1) - 48
}

function isRestricted(gtin14: string): boolean {
  if (gtin14.startsWith('000000')) return gtin14[6] === '0' || gtin14[6] === '2'
  return /^\d(?:02|04|2\d)/.test(gtin14)
}
