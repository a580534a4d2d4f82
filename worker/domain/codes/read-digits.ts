/**
 * A typed text with letters that were read for digits put right, where they can be nothing else:
 * `9OO1` is 9001. A letter that begins or ends a group of letters stays (`AGOR`, `CHUOI01`).
 * Nothing is looked for twice: one pass over the digits, one over the groups.
 */
export function readDigits(text: string): string {
  return text
    .replace(/\d(?:[OoIl]+\d)+/g, digitsOf)
    .replace(/[\p{L}\d]+/gu, (group) => (isNumber(group) ? digitsOf(group) : group))
}

/** A group of digits and letters O alone, which has at least one digit. */
function isNumber(group: string): boolean {
  return /^[Oo\d]+$/.test(group) && /\d/.test(group)
}

function digitsOf(letters: string): string {
  return letters.replace(/[Oo]/g, '0').replace(/[Il]/g, '1')
}
