/** Chance that is the same for the same seed (mulberry32). */
export type Chance = {
  /** From 0 to 1. */
  readonly next: () => number
  readonly happens: (likelihood: number) => boolean
  /** From 0 to `below`, whole. */
  readonly upTo: (below: number) => number
  readonly of: <T>(choices: readonly T[]) => T
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (below: number) => Math.floor(next() * below)
  return {
    next,
    upTo,
    happens: (likelihood) => next() < likelihood,
    of: (choices) => {
      const chosen = choices[upTo(choices.length)]
      if (chosen === undefined) throw new Error('nothing to choose from')
      return chosen
    },
  }
}
