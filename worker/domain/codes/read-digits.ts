/**
 * A typed text with letters that were read for digits put right, where they can be nothing else:
 * `9OO1` is 9001. A letter that begins or ends a group of letters stays (`AGOR`, `CHUOI01`).
 */
export function readDigits(text: string): string {
  return text
    .replace(/(?<=\d)[OoIl]+(?=\d)/g, digitsOf)
    .replace(/(?<![\p{L}\d])[Oo]*\d[Oo\d]*(?![\p{L}\d])/gu, digitsOf)
}

function digitsOf(letters: string): string {
  return letters.replace(/[Oo]/g, '0').replace(/[Il]/g, '1')
}
