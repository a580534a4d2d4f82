import type { RegisterCode, RegisterEvent } from '../../../db/queries/code-register.ts'
import type { NewDecision } from '../../../db/queries/code-status.ts'
import { fill } from '../../copy/fill.ts'
import { GRANT_PROBLEMS as W } from '../../copy/portal/grant.ts'
import { nextInstant } from '../../domain/decisions/history.ts'
import { predecessorEnds } from '../../domain/decisions/predecessor-ends.ts'
import { marketsOf } from '../../domain/standing/status-on.ts'
import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { decidedMarketField } from './code-status-input.ts'
import type { GrantFields } from './grant-input.ts'
import { rulingProblem } from './ruling-problem.ts'

/** The ends of the old code in the markets where it still counts; suspended ones stay suspended. */
export function oldCodeEnds(
  ctx: Pick<VerbContext, 'now' | 'newId'>,
  input: {
    readonly old: Pick<RegisterCode, 'id' | 'code'>
    readonly events: readonly RegisterEvent[]
    /** The code in its place. */
    readonly code: string
    readonly fields: Pick<GrantFields, 'issuedOn' | 'documentNo' | 'markets'> & {
      readonly oldEnds?: Readonly<Record<string, CalendarDate | null>> | undefined
    }
  },
): NewDecision[] {
  const { old, events, code, fields } = input
  const { issuedOn, documentNo, markets } = fields
  const endsOn = daysByMarket(fields.oldEnds ?? {})
  const asked = new Set([...marketsOf(events), ...endsOn.keys()])
  const histories = [...asked].map((market) => historyOf(old, events, market))
  return predecessorEnds(histories, {
    startOf: (market) => markets.find((row) => row?.market === market)?.effectiveOn ?? issuedOn,
    endsOn,
    reason: fill(W.replacedReason.vi, { code }),
    documentNo,
    today: vietnamDateOf(ctx.now()),
  }).flatMap((end) => {
    const { market, events: known } = end.history
    if ('refusal' in end) throw rulingProblem(end.refusal, `oldEnds.${market}`)
    const first = nextInstant(known, ctx.now())
    return end.ends.map((said, i) => {
      return { ...said, id: ctx.newId(), codeId: old.id, market, recordedAt: first + i }
    })
  })
}

function historyOf(
  { code }: Pick<RegisterCode, 'code'>,
  events: readonly RegisterEvent[],
  market: string,
) {
  const ofMarket = events.filter((event) => event.market === market)
  return { code, market, events: ofMarket.toSorted((a, b) => a.recordedAt - b.recordedAt) }
}

function daysByMarket(oldEnds: Readonly<Record<string, CalendarDate | null>>) {
  const days = new Map<string, CalendarDate>()
  for (const [typed, day] of Object.entries(oldEnds)) {
    if (day === null) continue
    days.set(parseInput(decidedMarketField, typed), day)
  }
  return days
}
