import {
  lastEventIs,
  type RegisterCode,
  type RegisterEvent,
  readMarketEvents,
} from '../../../db/queries/code-register.ts'
import { decisionStatements } from '../../../db/queries/code-status.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { statusOn } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import type { CalendarDate } from '../../domain/time/calendar-date.ts'
import { formatDate } from '../../domain/time/format-date.ts'
import { vietnamDateOf } from '../../domain/time/vietnam-date-of.ts'
import { codeStatusName } from '../../domain/words/names.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import {
  type CodeStatusFields,
  type CodeStatusInput,
  codeStatusInput,
} from './code-status-input.ts'
import { findRegisterCode } from './find-register-code.ts'

export type RecordedStatus = {
  /** False when the very same decision stands already. */
  readonly recorded: boolean
  readonly eventId: string
  readonly code: string
  readonly market: string
  /** Status today before and after; `none` where nothing was ever decided. */
  readonly before: CodeStatus
  readonly after: CodeStatus
  /** In Vietnamese. */
  readonly warnings: readonly string[]
}

/**
 * Records a decision on a code in one market: suspension, revocation, restoration and the rest. The
 * history only grows; `amends` corrects an earlier decision. Dates that are unusual are warned of
 * and kept, for decisions do come late and ahead of time. Of two officers who decide at once on the
 * same code and market, the second gets a `conflict` and looks again. Operators only.
 */
export async function recordCodeStatus({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: CodeStatusInput
}): Promise<RecordedStatus> {
  requirePermission(ctx, 'codes.decide')
  const fields = parseInput(codeStatusInput, input)
  const { code, readAs } = await findRegisterCode(ctx.db, fields.code)
  const events = await readMarketEvents(ctx.db, { codeId: code.id, market: fields.market })
  checkExpected(events, fields, code)
  const today = vietnamDateOf(ctx.now())
  const before = statusOn(events.map(toStatusEvent), fields.market, today)
  const same = events.find((event) => isSameDecision(event, fields, events))
  const told = readAs === null ? [] : [readAs]
  const { market } = fields
  if (same !== undefined) {
    const eventId = same.id
    return {
      ...{ recorded: false, eventId, code: code.code, market },
      before,
      after: before,
      warnings: told,
    }
  }
  checkAmended(events, fields)
  const event = newEvent(ctx, { code, events, fields })
  await store(ctx, { code, events, event, before, fields })
  return {
    ...{ recorded: true, eventId: event.id, code: code.code, market, before },
    after: statusOn([...events, event].map(toStatusEvent), market, today),
    warnings: [...told, ...warningsFor({ fields, events, today })],
  }
}

function newEvent(
  ctx: VerbContext,
  input: { code: RegisterCode; events: readonly RegisterEvent[]; fields: CodeStatusFields },
): RegisterEvent {
  const { code, events, fields } = input
  const { market, status, effectiveOn, reason, documentNo } = fields
  return {
    id: ctx.newId(),
    codeId: code.id,
    ...{ market, status, effectiveOn, reason, documentNo },
    // Ties of the same day go to the decision recorded later, so instants never repeat.
    recordedAt: Math.max(ctx.now(), ...events.map((event) => event.recordedAt + 1)),
    wording: fields.wording == null ? null : JSON.stringify(fields.wording),
    amendsId: fields.amends ?? null,
  }
}

async function store(
  ctx: VerbContext,
  input: {
    code: RegisterCode
    events: readonly RegisterEvent[]
    event: RegisterEvent
    before: CodeStatus
    fields: CodeStatusFields
  },
): Promise<void> {
  const { code, events, event, before, fields } = input
  const eventId = events.at(-1)?.id ?? null
  const actor = actorText(ctx.actor)
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, lastEventIs({ codeId: code.id, market: event.market, eventId })),
      ...decisionStatements(ctx.db, { event, isNewMarket: events.length === 0, actor }),
      auditStatement(ctx, {
        action: 'code.status',
        entity: 'code',
        entityId: code.id,
        before: { market: event.market, status: before, lastEventId: eventId },
        after: { code: code.code, ...event, wording: fields.wording ?? null },
        reason: fields.reason,
      }),
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? decidedMeanwhile(code.code) : error
  }
}

function checkExpected(
  events: readonly RegisterEvent[],
  fields: CodeStatusFields,
  code: RegisterCode,
): void {
  if (fields.expectedLastEventId === undefined) return
  if ((events.at(-1)?.id ?? null) !== fields.expectedLastEventId) throw decidedMeanwhile(code.code)
}

function checkAmended(
  events: readonly RegisterEvent[],
  { amends, market }: CodeStatusFields,
): void {
  if (amends == null) return
  if (!events.some(({ id }) => id === amends)) {
    throw notFound({
      vi: `quyết định ${amends} của mã này cho thị trường ${market}`,
      en: `decision ${amends} on this code for ${market}`,
      zh: `该代码在 ${market} 的决定 ${amends}`,
    })
  }
  if (!events.some(({ amendsId }) => amendsId === amends)) return
  throw conflict({
    vi: `Quyết định ${amends} đã được sửa trước đó; hãy sửa quyết định mới nhất.`,
    en: `Decision ${amends} was corrected already; correct the latest one.`,
    zh: `决定 ${amends} 已被更正，请更正最新的决定。`,
  })
}

function isSameDecision(
  event: RegisterEvent,
  fields: CodeStatusFields,
  events: readonly RegisterEvent[],
): boolean {
  const wording = fields.wording == null ? null : JSON.stringify(fields.wording)
  return (
    event.status === fields.status &&
    event.effectiveOn === fields.effectiveOn &&
    event.reason === fields.reason &&
    event.documentNo === fields.documentNo &&
    (event.wording ?? null) === wording &&
    event.amendsId === (fields.amends ?? null) &&
    !events.some(({ amendsId }) => amendsId === event.id)
  )
}

function warningsFor(input: {
  fields: CodeStatusFields
  events: readonly RegisterEvent[]
  today: string
}): string[] {
  const { fields, events, today } = input
  const { effectiveOn, status } = fields
  const on = formatDate(effectiveOn)
  const warnings: string[] = []
  if (effectiveOn > today)
    warnings.push(`Ngày ${on} chưa tới: từ hôm đó quyết định mới có hiệu lực.`)
  const later = events.filter(
    (event) =>
      event.effectiveOn > effectiveOn &&
      event.id !== fields.amends &&
      !events.some(({ amendsId }) => amendsId === event.id),
  )
  const last = later
    .map((event) => event.effectiveOn as CalendarDate)
    .sort()
    .at(-1)
  if (last !== undefined) {
    const message = `Đã có quyết định từ ${formatDate(last)}, sau ngày ${on}; từ ngày ấy quyết định đó vẫn là quyết định được tính.`
    warnings.push(message)
  }
  if (events.length === 0 && status !== 'active' && status !== 'pending_foreign_approval') {
    const name = codeStatusName(status, 'vi')
    warnings.push(`Trước “${name}”, mã này chưa từng có quyết định nào cho thị trường này.`)
  }
  return warnings
}

/** The shape decisions are folded in. Statuses are checked where they are written. */
function toStatusEvent(event: RegisterEvent) {
  const { amendsId, status, ...rest } = event
  return { ...rest, status: status as CodeStatus, text: null, amends: amendsId }
}

function decidedMeanwhile(code: string) {
  return conflict({
    vi: `Vừa có quyết định khác về mã ${code} cho thị trường này. Hãy xem lại rồi ghi tiếp nếu vẫn cần.`,
    en: `Another decision on ${code} for this market has just been recorded. Look at it before recording yours.`,
    zh: `刚有另一项关于代码 ${code} 在该市场的决定被记录，请先查看再决定是否继续。`,
  })
}
