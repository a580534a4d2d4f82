import type { DiaryRow } from '../../../db/queries/batch-source-rows.ts'
import type { HarvestDay } from '../../domain/diary/pre-harvest.ts'
import { type Entry, standingEntries } from '../../domain/diary/versions.ts'

/**
 * The days on which a batch was harvested, and of which households. Households are known of a day where the
 * batch names its harvests of that day in the diary and each of them names its households: whatever else
 * may be anybody's.
 */
export function harvestDays(batch: {
  readonly harvestedOn: readonly string[]
  /** First rows of the harvests it is made of. */
  readonly harvestIds: readonly string[]
  readonly diary: readonly Entry<DiaryRow>[]
}): HarvestDay[] {
  const named = batch.diary.filter((entry) => batch.harvestIds.includes(rootIdOf(entry)))
  const harvests = standingEntries(named).filter(({ kind }) => kind === 'harvest')
  const days = new Set([...batch.harvestedOn, ...harvests.map(({ occurredOn }) => occurredOn)])
  return [...days].map((on) => {
    const ofDay = harvests.filter(({ occurredOn }) => occurredOn === on)
    const known = ofDay.flatMap(({ households }) => (households === null ? [] : [households]))
    const isKnown = ofDay.length > 0 && known.length === ofDay.length
    return { on, households: isKnown ? known.flat() : null }
  })
}

function rootIdOf({ shown, earlier }: Entry<DiaryRow>): string {
  return (earlier.at(-1) ?? shown).id
}
