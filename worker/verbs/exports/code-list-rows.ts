import type { ExportRow } from '../../../db/queries/exports.ts'
import { marketName } from '../../copy/markets.ts'
import { type EventCell, statusEventOf } from '../../domain/standing/status-event-of.ts'
import { decidingEvent } from '../../domain/standing/status-on.ts'
import type { CodeStatus, StatusEvent } from '../../domain/standing/types.ts'
import type { WrittenCell } from '../../lib/sheet/write/sheet-cells.ts'
import { type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'

/** Words that lists use and the reader of lists knows. */
const STATUS_WORDS: Readonly<Record<Exclude<CodeStatus, 'none'>, string>> = {
  pending_foreign_approval: 'Chờ nước nhập khẩu phê duyệt',
  active: 'Đang hoạt động',
  suspended: 'Tạm dừng',
  revoked: 'Thu hồi',
  cancelled: 'Hủy',
  expired: 'Hết hạn',
}

const HOLDER_WORDS: Readonly<Record<string, string>> = {
  household: 'Hộ gia đình',
  cooperative: 'Hợp tác xã',
  group: 'Tổ hợp tác',
  company: 'Công ty',
  farm: 'Trang trại',
  state: 'Nhà nước',
}

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
): (readonly WrittenCell[])[] {
  const events = (JSON.parse(row.events) as EventCell[][]).map(statusEventOf)
  const termEnds = new Set(JSON.parse(row.termEnds) as string[])
  return (JSON.parse(row.markets) as Market[]).flatMap((market) => {
    if (asked.market !== null && asked.market !== market[0]) return []
    const decision = decisionOf({ events, termEnds, market: market[0], today: asked.today })
    if (decision === null || decision.status === 'none') return []
    if (asked.status !== null && asked.status !== decision.status) return []
    return [cellsOf(row, market, { ...decision, status: decision.status })]
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

function cellsOf(
  row: ExportRow,
  [market, validTo, marketExternalId]: Market,
  decision: Decision & { readonly status: Exclude<CodeStatus, 'none'> },
): readonly WrittenCell[] {
  const crops = JSON.parse(row.crops) as [string, number | null][]
  const [only, ...others] = crops
  const area = only !== undefined && others.length === 0 ? (only[1] ?? row.areaHa) : row.areaHa
  return [
    ...[row.code, row.kindName, row.siteName, row.holderName],
    HOLDER_WORDS[row.holderKind] ?? row.holderKind,
    ...[row.hamlet, row.communeName, row.formerDistrict, row.provinceName],
    crops.length === 0 ? null : crops.map(([crop]) => crop).join(', '),
    ...[area, row.capacityTPerDay, row.householdCount],
    marketName(market, 'vi'),
    STATUS_WORDS[decision.status],
    ...[decision.reason, day(decision.effectiveOn), decision.documentNo],
    ...[
      row.legacyCode,
      day(decision.withTerm ? validTo : null),
      row.externalId,
      row.siteExternalId,
      marketExternalId,
    ],
  ]
}

function day(text: string | null): { readonly on: CalendarDate } | null {
  const on = text === null ? null : toCalendarDate(text)
  return on === null ? null : { on }
}
