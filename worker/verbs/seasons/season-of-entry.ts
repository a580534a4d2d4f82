import { readSeasonFacts, type SeasonFact } from '../../../db/queries/seasons.ts'
import { fill } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { SEASON_COPY as W } from '../../copy/portal/season.ts'
import type { ParsedEntry } from '../../domain/diary/entry-body.ts'
import type { EntryQuestion } from '../../domain/diary/entry-fault.ts'
import { mayHold, type SeasonWork, seasonOf } from '../../domain/seasons/season-of.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Lookup } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'

/** The season that an entry belongs to, and what grows there as far as that is known. */
export type EntrySeason = {
  /** Null where it belongs to none, or nobody said which. */
  readonly season: SeasonFact | null
  /** The first day of the season that was named, also where the entry lies outside it. */
  readonly sownOn: string | null
  /** Null where several crops grow there and no season tells. */
  readonly crop: string | null
  readonly questions: readonly EntryQuestion[]
}

/**
 * Finds the season of an entry by its day, place, household and crop. One that was named must be of that
 * place; work outside its days is asked about and then belongs to the season of its day, so that a wrong
 * choice on the phone loses nothing.
 */
export async function seasonOfEntry(
  { db }: Lookup,
  given: {
    readonly entry: Pick<ParsedEntry, 'siteId' | 'householdIds' | 'seasonId' | 'values'>
    readonly occurredOn: string
    /** A correction follows its new day without being asked. */
    readonly isCorrection: boolean
  },
): Promise<EntrySeason> {
  const { entry, occurredOn, isCorrection } = given
  const { siteId, seasonId } = entry
  const { holding, named, crops } = await readSeasonFacts(db, { siteId, on: occurredOn, seasonId })
  if (seasonId !== null && named === null && !isCorrection) {
    throw invalidField('seasonId', W.notThisSeason)
  }
  const works = worksOf(entry, occurredOn)
  const isWithin = named !== null && works.some((work) => mayHold(work, named))
  const season = isWithin ? named : foundFor(works, holding)
  const isAsked = named !== null && !isWithin && !isCorrection
  const [only, ...others] = crops
  return {
    season,
    sownOn: isCorrection ? null : (named?.startsOn ?? null),
    crop: season?.crop ?? (others.length === 0 ? (only ?? null) : null),
    questions: isAsked ? [outside(occurredOn, named)] : [],
  }
}

/** One piece of work for each household it was done for. */
function worksOf(
  { siteId, householdIds, values }: Pick<ParsedEntry, 'siteId' | 'householdIds' | 'values'>,
  occurredOn: string,
): SeasonWork[] {
  const { crop, plot } = values
  const folded = (value: unknown) => (typeof value === 'string' ? foldVietnamese(value) : null)
  const work = {
    siteId,
    occurredOn,
    cropFolded: folded(crop),
    plotFolded: folded(plot),
  }
  if (householdIds.length === 0) return [{ ...work, householdId: null }]
  return householdIds.map((householdId) => ({ ...work, householdId }))
}

/** The season of all of them; none where they have different ones. */
function foundFor(works: readonly SeasonWork[], seasons: readonly SeasonFact[]): SeasonFact | null {
  const found = works.map((work) => seasonOf(work, seasons))
  const [first = null] = found
  return found.every((season) => season?.id === first?.id) ? first : null
}

function outside(occurredOn: string, season: SeasonFact): EntryQuestion {
  const text = inEach((lang) =>
    fill(W.entryOutside[lang], {
      on: formatOn(occurredOn, lang),
      from: formatOn(season.startsOn, lang),
    }),
  )
  return { code: 'outside_season', path: 'seasonId', text }
}
