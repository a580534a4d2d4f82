/** The land a season is on: a whole site, or one household or plot of it. */
export type SeasonLand = {
  readonly siteId: string
  readonly householdId: string | null
  readonly plotFolded: string | null
}

/** A season as far as its place and time go. */
export type SeasonSpan = SeasonLand & {
  readonly id: string
  readonly cropFolded: string
  /** ISO calendar dates. */
  readonly startsOn: string
  readonly expectedToOn: string
  /** Null while it is open. */
  readonly endedOn: string | null
}

/** Where and when something was done, as far as that is known. */
export type SeasonWork = SeasonLand & {
  readonly occurredOn: string
  readonly cropFolded: string | null
}

/**
 * Do two lands share ground? A whole site shares it with every part; two households do not; a plot of a
 * household does with that household, and a plot by itself with the plot of that name.
 */
export function landsMeet(a: SeasonLand, b: SeasonLand): boolean {
  if (a.siteId !== b.siteId) return false
  if (isWhole(a) || isWhole(b)) return true
  if (a.householdId !== null && b.householdId !== null && a.householdId !== b.householdId) {
    return false
  }
  if (a.plotFolded !== null && b.plotFolded !== null) return a.plotFolded === b.plotFolded
  // The whole of a household's land beside one of its plots; a plot whose household is not told is another.
  return a.householdId !== null && b.householdId !== null
}

/** The last day that a season holds its ground: until it is closed, that on which it should be. */
export function lastDayOf(season: Pick<SeasonSpan, 'expectedToOn' | 'endedOn'>): string {
  return season.endedOn ?? season.expectedToOn
}

/** Are these two seasons of one crop on the same ground at once? */
export function seasonsOverlap(a: SeasonSpan, b: SeasonSpan): boolean {
  if (a.cropFolded !== b.cropFolded || !landsMeet(a, b)) return false
  return a.startsOn <= lastDayOf(b) && b.startsOn <= lastDayOf(a)
}

/**
 * The season that work belongs to: of those on its ground that had begun and not ended, the one that
 * began last. An open one goes on past its expected end. Null where there is none, and where nobody said
 * which of several it is: crops that grow together, work on a whole site whose households have seasons.
 */
export function seasonOf<S extends SeasonSpan>(work: SeasonWork, seasons: readonly S[]): S | null {
  const holding = seasons
    .filter((season) => mayHold(work, season))
    .toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : 0))
  const [latest] = holding
  if (latest === undefined) return null
  const isPlain = holding.every(
    (season) => season.cropFolded === latest.cropFolded && landsMeet(season, latest),
  )
  return isPlain ? latest : null
}

/** Can work of that day and place be of this season at all? */
export function mayHold(work: SeasonWork, season: SeasonSpan): boolean {
  const { occurredOn, cropFolded } = work
  if (!landsMeet(work, season)) return false
  if (cropFolded !== null && cropFolded !== season.cropFolded) return false
  return occurredOn >= season.startsOn && (season.endedOn === null || occurredOn <= season.endedOn)
}

function isWhole({ householdId, plotFolded }: SeasonLand): boolean {
  return householdId === null && plotFolded === null
}
