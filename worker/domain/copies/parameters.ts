/** How a suspicion of copying is come to, for one kind of product. */
export type CopyParameters = {
  /** Days that are looked at together. */
  readonly windowDays: number
  /** Visitors of a day that one household may be: no more than these count for nothing. */
  readonly freeADay: number
  /** How much each province beyond the first adds to every visitor, as a share. */
  readonly spread: number
  /** Points, of all days looked at, from which a label is suspect. */
  readonly points: number
  /** Visitors of one day from which it is suspect whatever else. */
  readonly ofOneDay: number
}

/** One day of so many raises it for every kind, whatever its parameters say. */
export const ALWAYS_OF_ONE_DAY = 60

const DEFAULTS: CopyParameters = {
  windowDays: 60,
  freeADay: 4,
  spread: 0.5,
  points: 8,
  ofOneDay: 30,
}

/**
 * By the id of the product's category, where a kind is opened otherwise than most. The figures come
 * from a year simulated: see README.md beside this file before changing one.
 */
const OF_CATEGORY: Readonly<Record<string, Partial<CopyParameters>>> = {
  // Gone within days, and so are copies of it: what is opened weeks later was not this package.
  vegetables: { windowDays: 30 },
  fruit: { windowDays: 30 },
  // Stands on shelves and is given away: seen by many over months.
  tea: { windowDays: 90, points: 10 },
}

/** The parameters of a kind; the usual ones for a category of which nothing else is known. */
export function copyParameters(categoryId: string | null): CopyParameters {
  const own = categoryId !== null && Object.hasOwn(OF_CATEGORY, categoryId)
  return own ? { ...DEFAULTS, ...OF_CATEGORY[categoryId] } : DEFAULTS
}
