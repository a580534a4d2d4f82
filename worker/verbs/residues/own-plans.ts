import { readOwnCodeSites } from '../../../db/queries/own-codes.ts'
import {
  type OwnPlanItem,
  readOwnPlan,
  type TakenItem,
} from '../../../db/queries/own-sample-plans.ts'
import { readResidueSamplesOf } from '../../../db/queries/residues.ts'
import { listSeasons, readSeason } from '../../../db/queries/seasons.ts'
import { OWN_PLAN_COPY as W } from '../../copy/portal/own-sample-plan.ts'
import { cropKeyOf } from '../../domain/crops/crop-key.ts'
import {
  type OwnPlanState,
  ownPlanAgainstTaken,
  type TakenSample,
} from '../../domain/residues/own-plan.ts'
import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'
import type { Reading } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { ownHolder } from '../own-codes/own-holder.ts'
import type { RecordRules } from '../records/save-record.ts'
import { judgeSamples } from './judge-samples.ts'

/** Results come after the harvest: so many days later they still count for its season. */
const AFTER_HARVEST_DAYS = 30
const MOST_SEASONS = 100

/** What the actor's organisation planned for a year against what was taken, each with what it came to. */
export async function readOwnPlanOf(
  ctx: Reading,
  year: number,
): Promise<readonly OwnPlanState<OwnPlanItem>[]> {
  const organisationId = ownHolder(ctx, 'residue_plans.own')
  // Lines of one season may lie on both sides of New Year.
  const [from, to] = [`${year - 1}-01-01`, `${year + 1}-12-31`]
  const { lines, taken } = await readOwnPlan(ctx.db, { organisationId, from, to })
  const states = ownPlanAgainstTaken(lines, await judgedTaken(ctx, taken))
  return states.filter(({ dueOn }) => dueOn.startsWith(`${year}-`))
}

async function judgedTaken(ctx: Reading, taken: readonly TakenItem[]): Promise<TakenSample[]> {
  const ids = new Set(taken.flatMap(({ kind, id }) => (kind === 'sample' ? [id] : [])))
  const samples = await judgeSamples(ctx, await readResidueSamplesOf(ctx.db, [...ids]))
  const verdicts = new Map(samples.map(({ row, verdict }) => [row.id, verdict]))
  return taken.map(({ kind, outcome, ...row }) => {
    if (kind === 'sample') return { ...row, kind, verdict: verdicts.get(row.id) ?? null }
    const verdict = outcome === 'passed' || outcome === 'failed' ? outcome : null
    return { ...row, kind: 'test', verdict }
  })
}

/** The codes and seasons of the actor's organisation, to choose from. */
export async function ownPlanChoices(ctx: Reading) {
  const organisationId = ownHolder(ctx, 'residue_plans.own')
  const [codes, seasons] = await Promise.all([
    readOwnCodeSites(ctx.db, organisationId),
    listSeasons(ctx.db, {
      ...{ bounds: { kind: 'organisation', organisationId }, organisationId: null, siteId: null },
      ...{ state: null, after: null, limit: MOST_SEASONS },
    }),
  ])
  return { codes, seasons }
}

/** Where a line belongs: the place of its code, and the days of its season or year. */
export const OWN_PLAN_RULES: RecordRules = {
  complete: async (ctx, { values, before }) => {
    const { codeId, seasonId, cropName, dueOn } = values
    const organisationId = ownHolder(ctx, 'residue_plans.own')
    const codes = await readOwnCodeSites(ctx.db, organisationId)
    // A code that was re-issued since stays the one of its line.
    const siteId =
      before === null ? codes.find(({ id }) => id === codeId)?.siteId : String(before['siteId'])
    if (siteId === undefined) throw invalidField('codeId', W.notOwnCode)
    const due = String(dueOn)
    if (typeof seasonId !== 'string') {
      const year = due.slice(0, 4)
      return { siteId, organisationId, fromOn: `${year}-01-01`, toOn: `${year}-12-31` }
    }
    const season = await readSeason(ctx.db, seasonId)
    const fits =
      season !== null &&
      season.siteId === siteId &&
      cropKeyOf(season.crop) === cropKeyOf(String(cropName))
    if (!fits) throw invalidField('seasonId', W.otherSeason)
    if (due < season.startsOn) throw invalidField('dueOn', W.dueBefore)
    const end = toCalendarDate(season.endedOn ?? season.expectedToOn)
    const last = end === null ? due : addDays(end, AFTER_HARVEST_DAYS)
    const toOn = [last, due].sort().at(-1)
    return { siteId, organisationId, fromOn: season.startsOn, toOn }
  },
}
