import type { ExportRow } from '../../../db/queries/exports.ts'
import { type EventCell, statusEventOf } from '../../domain/standing/status-event-of.ts'
import { decidingEvent } from '../../domain/standing/status-on.ts'
import type { StatusEvent } from '../../domain/standing/types.ts'
import type { ListedMarket } from './code-columns.ts'

type Market = readonly [market: string, validTo: string | null, externalId: string | null]

/**
 * The rows of one code: one for each market with a decision, by today's status. A market that was
 * asked for and never decided on has no row, for a list without a status would read as a grant.
 */
export function codeListRows(
  row: ExportRow,
  asked: {
    readonly market: string | null
    readonly status: string | null
    /** Calendar date in Viet Nam. */
    readonly today: string
  },
): ListedMarket[] {
  const events = (JSON.parse(row.events) as EventCell[][]).map(statusEventOf)
  const termEnds = new Set(JSON.parse(row.termEnds) as string[])
  const crops = JSON.parse(row.crops) as ListedMarket['crops']
  return (JSON.parse(row.markets) as Market[]).flatMap(([market, term, externalId]) => {
    if (asked.market !== null && asked.market !== market) return []
    const decided = decisionOf({ events, termEnds, market, today: asked.today })
    if (decided === null || decided.status === 'none') return []
    if (asked.status !== null && asked.status !== decided.status) return []
    const decision = { ...decided, status: decided.status }
    const validTo = decided.withTerm ? term : null
    return [{ row, crops, market, validTo, externalId, decision }]
  })
}

type Decision = Pick<StatusEvent, 'status' | 'effectiveOn' | 'reason' | 'documentNo'> & {
  /** False where a list with the term beside it would read as a grant. */
  readonly withTerm: boolean
}

/**
 * Today's decision; before the first one, the first to come. A term that ran out is told by the
 * grant it ended, so that the list reads the same when it is read in again.
 */
function decisionOf(input: {
  readonly events: readonly StatusEvent[]
  readonly termEnds: ReadonlySet<string>
  readonly market: string
  readonly today: string
}): Decision | null {
  const { events, termEnds, market, today } = input
  const now = decidingEvent(events, market, today) ?? firstToCome(events, market)
  if (now === null) return null
  if (now.status !== 'expired') return { ...now, withTerm: true }
  const before = termEnds.has(now.id)
    ? decidingEvent(events, market, dayBefore(now.effectiveOn))
    : null
  if (before === null) return { ...now, withTerm: false }
  const status = before.status === 'active' ? 'expired' : before.status
  return { ...before, status, withTerm: true }
}

function firstToCome(events: readonly StatusEvent[], market: string): StatusEvent | null {
  const days = events.filter((event) => event.market === market).map((each) => each.effectiveOn)
  const [first] = days.sort()
  return first === undefined ? null : decidingEvent(events, market, first)
}

function dayBefore(on: string): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
