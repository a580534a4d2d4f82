import { readUpTo } from '../files/read-up-to.ts'

/** What gzip has packed; null where it is broken, or would be larger than it may be. */
export async function inflateWithin(packed: Uint8Array, most: number): Promise<Uint8Array | null> {
  const stream = new Blob([Uint8Array.from(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  try {
    return await readUpTo(stream, most)
  } catch {
    return null
  }
}
