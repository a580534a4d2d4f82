/** Bytes of a text over and over, up to a length: made beside the heap, which is what is measured. */
export function repeated(unit: string, length: number, ends: Ends = {}): Uint8Array {
  const encoder = new TextEncoder()
  const [before, pattern, after] = [ends.before ?? '', unit, ends.after ?? ''].map((text) =>
    encoder.encode(text),
  ) as [Uint8Array, Uint8Array, Uint8Array]
  const times = Math.max(1, Math.floor((length - before.length - after.length) / pattern.length))
  const bytes = new Uint8Array(before.length + times * pattern.length + after.length)
  bytes.set(before)
  const end = before.length + times * pattern.length
  bytes.set(pattern, before.length)
  for (let done = pattern.length; before.length + done < end; done *= 2) {
    bytes.copyWithin(
      before.length + done,
      before.length,
      Math.min(before.length + done, end - done),
    )
  }
  bytes.set(after, bytes.length - after.length)
  return bytes
}

/** {@link repeated} with another digit for every `#`, so that it does not compress into a bomb. */
export function varied(unit: string, length: number, ends: Ends = {}): Uint8Array {
  const bytes = repeated(unit, length, ends)
  if (!unit.includes('#')) return bytes
  let state = 1
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 35) continue
    state = (state * 48_271) % 2_147_483_647
    bytes[at] = 48 + (state % 10)
  }
  return bytes
}

type Ends = { readonly before?: string; readonly after?: string }
