/** A small generator of random choices that gives the same ones for the same seed (mulberry32). */
export type Seeded = {
  /** 0 (included) to 1 (excluded). */
  readonly fraction: () => number
  /** 0 (included) to `end` (excluded). */
  readonly below: (end: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Each element with the given chance, in the order given. */
  readonly some: <T>(from: readonly T[], share: number) => T[]
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(fraction() * end)
  return {
    fraction,
    below,
    chance: (share) => fraction() < share,
    pick: (from) => {
      if (from.length === 0) throw new Error('nothing to pick from')
      return from[below(from.length)] as (typeof from)[number]
    },
    some: (from, share) => from.filter(() => fraction() < share),
  }
}
