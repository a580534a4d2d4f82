/** Random choices that come out the same for the same seed (mulberry32). */
export type Chance = {
  /** 0 (included) to 1 (excluded). */
  readonly fraction: () => number
  /** Whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number
  readonly happens: (share: number) => boolean
  /** How many of many rare things happen (Poisson). */
  readonly count: (mean: number) => number
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    fraction,
    between: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    happens: (share) => fraction() < share,
    count: (mean) => {
      const limit = Math.exp(-mean)
      let product = fraction()
      let number = 0
      while (product > limit) {
        product *= fraction()
        number += 1
      }
      return number
    },
  }
}
