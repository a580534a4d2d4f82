import { timingSafeEqual } from 'node:crypto'

/** True for the same text, in a time that does not tell where two of one length differ. */
export function sameText(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
