import { seasonStands, updateSeason } from '../../../db/queries/seasons.ts'
import { fill } from '../../copy/fill.ts'
import { formatNumber } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { SEASON_COPY as W } from '../../copy/portal/season.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { inputOf } from '../../resources/resource.ts'
import { lastPossibleDay, SEASON_END, SEASON_REOPENING } from '../../resources/season.ts'
import { change } from '../change.ts'
import { actorText, type Call } from '../context.ts'
import type { Question } from '../errors.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile, needsConfirmation } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'
import type { Texts } from '../records/save-record.ts'
import { openSeasonForWriting } from './open-season.ts'
import { aboutYield, noOverlap, spanOf } from './season-rules.ts'

/** So many times what was expected is asked about. */
const FAR = 2

/** Closes a season with what was harvested: the report that is due at its end. */
export async function closeSeason({
  ctx,
  input,
}: Call<{
  readonly id: string
  readonly texts: Texts
  readonly confirmed?: readonly string[]
}>): Promise<void> {
  const { row, target } = await openSeasonForWriting(ctx, { id: input.id, state: 'open' })
  const { endedOn, yieldKg } = parseInput(inputOf(SEASON_END), input.texts)
  if (endedOn < row.startsOn) throw invalidField('endedOn', W.endsBeforeStart)
  if (endedOn > vietnamDateOf(ctx.now())) throw invalidField('endedOn', W.inFuture)
  if (endedOn > lastPossibleDay(row.startsOn)) throw invalidField('endedOn', W.tooLong)
  const open = questionsOf(row, yieldKg).filter(({ code }) => !input.confirmed?.includes(code))
  if (open.length > 0) throw needsConfirmation(open)
  const set = { endedOn, yieldKg, closedAt: ctx.now(), closedBy: actorText(ctx.actor) }
  await change(ctx, {
    may: 'diary.write',
    target,
    guards: [
      { holds: seasonStands(row), refusal: editedMeanwhile },
      noOverlap(ctx, { ...spanOf(row), endedOn }),
    ],
    statements: [updateSeason(ctx.db, { id: row.id, ...set })],
    audit: {
      action: 'season.close',
      entityId: row.id,
      after: { endedOn, yieldKg, expectedYieldKg: row.expectedYieldKg },
    },
  })
}

/** Opens a closed season again, with a reason: what was reported stands in the log. */
export async function reopenSeason({ ctx, input }: Filled): Promise<void> {
  const { row, target } = await openSeasonForWriting(ctx, { id: input.id, state: 'closed' })
  const { reason } = parseInput(inputOf(SEASON_REOPENING), input.texts)
  const { endedOn, yieldKg } = row
  const set = { endedOn: null, yieldKg: null, closedAt: null, closedBy: null, reopenedFor: reason }
  await change(ctx, {
    may: 'diary.write',
    target,
    guards: [
      { holds: seasonStands(row), refusal: editedMeanwhile },
      noOverlap(ctx, { ...spanOf(row), endedOn: null }),
    ],
    statements: [updateSeason(ctx.db, { id: row.id, ...set })],
    audit: {
      action: 'season.reopen',
      entityId: row.id,
      before: { endedOn, yieldKg },
      after: { endedOn: null, yieldKg: null },
      reason,
    },
  })
}

function questionsOf(
  row: {
    readonly expectedYieldKg: number | null
    readonly areaHa: number | null
    readonly siteAreaHa: number | null
  },
  yieldKg: number,
): Question[] {
  const { expectedYieldKg: expectedKg } = row
  const asked = aboutYield({ yieldKg, areaHa: row.areaHa ?? row.siteAreaHa })
  if (expectedKg === null || expectedKg === 0 || yieldKg <= expectedKg * FAR) return asked
  const text = inEach((lang) =>
    fill(W.askFar[lang], {
      yield: formatNumber(yieldKg, lang),
      expected: formatNumber(expectedKg, lang),
    }),
  )
  return [...asked, { code: 'yield_far_from_expected', text, figures: { yieldKg, expectedKg } }]
}
