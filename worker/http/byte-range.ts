/** Bytes of a file from one to another, both included. */
export type ByteRange = { readonly first: number; readonly last: number }

/** More than any tile or directory has; whoever asks for more gets the beginning of it (RFC 9110 15.3.7). */
export const MOST_BYTES = 4 * 1024 * 1024

/**
 * What a `Range` header asks of a file of so many bytes (RFC 9110 14.2): the part that is answered,
 * `unsatisfiable` where it lies beyond the end, and null where the whole is to be answered, for what is
 * no such header, or asks for several parts at once.
 */
export function askedRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec((header ?? '').trim()) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  if (from === '') return within(Math.max(0, size - Number(to)), size - 1, size)
  const last = to === '' ? size - 1 : Number(to)
  // Turned round it asks for nothing, and is ignored.
  if (last < Number(from) && to !== '') return null
  return within(Number(from), last, size)
}

function within(first: number, last: number, size: number): ByteRange | 'unsatisfiable' {
  if (first >= size || last < first) return 'unsatisfiable'
  return { first, last: Math.min(last, size - 1, first + MOST_BYTES - 1) }
}
