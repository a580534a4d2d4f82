import type { RegisterEvent } from '../../../db/queries/code-register.ts'
import type { CodeStatus, StatusEvent } from '../../domain/standing/types.ts'
import { addDays, type CalendarDate, toCalendarDate } from '../../domain/time/calendar-date.ts'
import { formatDate } from '../../domain/time/format-date.ts'
import { codeStatusName } from '../../domain/words/names.ts'
import { Problem } from '../errors.ts'
import { invalidInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { TERM_ENDED } from './code-decisions.ts'

export type DecidedFields = {
  readonly market: string
  readonly status: string
  readonly effectiveOn: CalendarDate
  readonly reason: string | null
  readonly documentNo: string | null
  readonly wording: string | null
  readonly amendsId: string | null
}

/** Refuses to correct a decision that is not there, or was corrected already. */
export function checkAmended(
  events: readonly RegisterEvent[],
  { amendsId, market }: Pick<DecidedFields, 'amendsId' | 'market'>,
): void {
  if (amendsId === null) return
  if (!events.some(({ id }) => id === amendsId)) {
    throw notFound({
      vi: `quyết định ${amendsId} của mã này cho thị trường ${market}`,
      en: `decision ${amendsId} on this code for ${market}`,
      zh: `该代码在 ${market} 的决定 ${amendsId}`,
    })
  }
  if (!events.some((event) => event.amendsId === amendsId)) return
  throw conflict({
    vi: `Quyết định ${amendsId} đã được sửa trước đó; hãy sửa quyết định mới nhất.`,
    en: `Decision ${amendsId} was corrected already; correct the latest one.`,
    zh: `决定 ${amendsId} 已被更正，请更正最新的决定。`,
  })
}

const FURTHEST_DAYS = 366

/** Refuses a day so far ahead that it can only be a slip. */
export function checkNotFarAhead(
  effectiveOn: CalendarDate,
  today: string,
  path = 'effectiveOn',
): void {
  const last = addDays(toCalendarDate(today) ?? effectiveOn, FURTHEST_DAYS)
  if (effectiveOn <= last) return
  const message = `Ngày ${formatDate(effectiveOn)} còn hơn một năm nữa mới tới; hãy xem lại năm.`
  throw invalidInput([{ path, message }])
}

/** The very same decision, still counting, where it stands already. */
export function sameDecision<E extends RegisterEvent>(
  events: readonly E[],
  fields: DecidedFields,
): E | undefined {
  return events.find(
    (event) =>
      event.status === fields.status &&
      event.effectiveOn === fields.effectiveOn &&
      event.reason === fields.reason &&
      event.documentNo === fields.documentNo &&
      (event.wording ?? null) === fields.wording &&
      event.amendsId === fields.amendsId &&
      !isAmended(events, event),
  )
}

/** What is unusual about a decision, in Vietnamese: days ahead, days out of order, no active time before. */
export function decisionWarnings(input: {
  readonly fields: Pick<DecidedFields, 'status' | 'effectiveOn' | 'amendsId'>
  readonly events: readonly RegisterEvent[]
  readonly today: string
}): string[] {
  const { fields, events, today } = input
  const { effectiveOn, status } = fields
  const on = formatDate(effectiveOn)
  const warnings: string[] = []
  if (effectiveOn > today) {
    warnings.push(`Ngày ${on} chưa tới: từ hôm đó quyết định mới có hiệu lực.`)
  }
  const last = lastLater(events, fields)
  if (last !== null) {
    const name = codeStatusName(last.status as CodeStatus, 'vi')
    const lastOn = formatDate(last.effectiveOn as CalendarDate)
    warnings.push(
      `Đã có quyết định “${name}” từ ${lastOn}, sau ngày ${on}; từ ngày ấy quyết định đó vẫn là quyết định được tính.`,
    )
  }
  if (events.length === 0 && status !== 'active' && status !== 'pending_foreign_approval') {
    const name = codeStatusName(status as CodeStatus, 'vi')
    warnings.push(`Trước “${name}”, mã này chưa từng có quyết định nào cho thị trường này.`)
  }
  return warnings
}

/** The end of a term is foreseen from the day of grant and is not out of order with anything. */
function lastLater(
  events: readonly RegisterEvent[],
  fields: Pick<DecidedFields, 'effectiveOn' | 'amendsId'>,
): RegisterEvent | null {
  const later = events.filter(
    (event) =>
      event.effectiveOn > fields.effectiveOn &&
      event.id !== fields.amendsId &&
      event.reason !== TERM_ENDED &&
      !isAmended(events, event),
  )
  return later.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0] ?? null
}

/** Somebody else decided on the same code and market since it was looked at. */
export function decidedMeanwhile(code: string): Problem {
  return new Problem({
    code: 'conflict',
    text: {
      vi: `Vừa có quyết định khác về mã ${code} cho thị trường này. Hãy xem lại rồi ghi tiếp nếu vẫn cần.`,
      en: `Another decision on ${code} for this market has just been recorded. Look at it before recording yours.`,
      zh: `刚有另一项关于代码 ${code} 在该市场的决定被记录，请先查看再决定是否继续。`,
    },
  })
}

/** The shape decisions are folded in. Statuses are checked where they are written. */
export function toStatusEvent(event: RegisterEvent): StatusEvent {
  const { id, market, effectiveOn, recordedAt, reason, documentNo } = event
  return {
    ...{ id, market, effectiveOn, recordedAt, reason, documentNo },
    status: event.status as CodeStatus,
    text: null,
    amends: event.amendsId,
  }
}

export function isAmended(events: readonly RegisterEvent[], event: RegisterEvent): boolean {
  return events.some(({ amendsId }) => amendsId === event.id)
}
