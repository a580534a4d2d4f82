import type { CodeTarget } from '../../../../db/queries/code-portal.ts'
import type { RegisterEvent } from '../../../../db/queries/code-register.ts'
import type { RowOutcome } from '../../../domain/codes/bulk-outcomes.ts'
import { type CodeIndex, findCode } from '../../../domain/codes/find-code.ts'
import { CODE_STATUSES } from '../../../domain/sheet/vocabulary/code-words.ts'
import { statusOn } from '../../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../../domain/standing/types.ts'
import { addDays, toCalendarDate } from '../../../domain/time/calendar-date.ts'
import { formatDate } from '../../../domain/time/format-date.ts'
import { decisionWarnings, isAmended, toStatusEvent } from '../decision-checks.ts'
import { pairKey } from '../register-model.ts'
import type { AskedDecision } from './read-decision-list.ts'

export type BulkEvent = RegisterEvent & { readonly importId: string | null }

/** What a list is decided with: the part of the register it speaks of. */
export type BulkState = {
  readonly importId: string
  readonly index: CodeIndex
  /** By canonical code. */
  readonly targets: ReadonlyMap<string, CodeTarget>
  /** By code id and market, in the order recorded. */
  readonly events: ReadonlyMap<string, readonly BulkEvent[]>
  readonly mayDecide: (target: CodeTarget) => boolean
  readonly today: string
  /** The last decision of each code and market when the list was previewed; null while previewing. */
  readonly seen: Readonly<Record<string, string | null>> | null
}

export type PlannedDecision = {
  /** Where the decision stands in the list. */
  readonly at: number
  readonly asked: AskedDecision
  readonly outcome: RowOutcome
  /** Why it is not recorded, or what is unusual, in Vietnamese. */
  readonly note: string | null
  readonly target: CodeTarget | null
  readonly before: CodeStatus
  readonly lastEventId: string | null
  readonly lastRecordedAt: number
  readonly unusual: boolean
}

/** Decides what becomes of each decision of a list. Nothing in it depends on another row but repeats. */
export function planDecisions(
  state: BulkState,
  asked: readonly AskedDecision[],
): PlannedDecision[] {
  const first = new Map<string, AskedDecision>()
  return asked.map((each, at) => {
    const planned = planOne(state, each)
    const { target, asked: decision } = planned
    if (planned.outcome !== 'ready' || target === null) return { ...planned, at }
    const key = pairKey(target.codeId, decision.market ?? '')
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, decision)
      return { ...planned, at }
    }
    const same = before.status === decision.status && before.effectiveOn === decision.effectiveOn
    const outcome = same ? 'repeated' : 'invalid'
    const note = same
      ? `Giống dòng ${before.row}.`
      : `Dòng ${before.row} ghi khác cho cùng mã và thị trường; hãy giữ một dòng.`
    return { ...planned, at, outcome, note }
  })
}

type Planned = Omit<PlannedDecision, 'at'>

function planOne(state: BulkState, asked: AskedDecision): Planned {
  if (asked.fault !== null) return refusal(asked, 'invalid', asked.fault)
  const match = findCode(asked.typed, state.index)
  if (match.kind === 'malformed') return refusal(asked, 'invalid', match.reason)
  if (match.kind === 'ambiguous') return refusal(asked, 'ambiguous', match.message)
  const target = match.kind === 'unknown' ? undefined : state.targets.get(match.code)
  if (target === undefined) {
    return refusal(asked, 'unknown', `Sổ không có mã “${asked.typed}”.`)
  }
  if (!state.mayDecide(target)) {
    return refusal(asked, 'elsewhere', `Mã ${target.code} nằm ngoài địa bàn được giao.`)
  }
  if (target.withdrawnAt !== null) {
    return refusal(asked, 'withdrawn', `Mã ${target.code} đã được rút vì nhập nhầm.`)
  }
  const fault = faultOf(asked, state.today)
  if (fault !== null) return { ...refusal(asked, 'invalid', fault), target }
  return decideOne(state, {
    asked,
    target,
    readAs: match.kind === 'read_as' ? match.message : null,
  })
}

function decideOne(
  state: BulkState,
  input: {
    readonly asked: AskedDecision
    readonly target: CodeTarget
    readonly readAs: string | null
  },
): Planned {
  const { asked, target, readAs } = input
  const { market, status, effectiveOn } = asked
  const key = pairKey(target.codeId, market ?? '')
  const events = state.events.get(key) ?? []
  const last = events.at(-1)
  const common = {
    ...{ asked, target, unusual: false, lastEventId: last?.id ?? null },
    lastRecordedAt: Math.max(0, ...events.map(({ recordedAt }) => recordedAt)),
    before: statusOn(events.map(toStatusEvent), market ?? '', state.today),
  }
  const standing = events.find(
    (event) =>
      event.status === status && event.effectiveOn === effectiveOn && !isAmended(events, event),
  )
  if (standing !== undefined) {
    const own = standing.importId === state.importId
    return { ...common, outcome: own ? 'done' : 'same', note: null }
  }
  const known = state.seen === null ? undefined : (state.seen[key] ?? null)
  if (known !== undefined && known !== common.lastEventId) {
    const note = `Vừa có quyết định khác về mã ${target.code} cho thị trường này.`
    return { ...common, outcome: 'meanwhile', note }
  }
  const on = toCalendarDate(effectiveOn ?? '')
  const warnings =
    on === null || status === null
      ? []
      : decisionWarnings({
          fields: { status, effectiveOn: on, amendsId: null },
          ...{ events, today: state.today },
        })
  const notes = [...(readAs === null ? [] : [readAs]), ...warnings]
  return {
    ...common,
    outcome: 'ready',
    note: notes.length === 0 ? null : notes.join(' '),
    unusual: notes.length > 0,
  }
}

const FURTHEST_DAYS = 366

function faultOf(asked: AskedDecision, today: string): string | null {
  const { market, status, effectiveOn, reason, documentNo } = asked
  if (market === null) return 'Thiếu thị trường.'
  if (status === null || CODE_STATUSES.find(status) === null) return 'Thiếu trạng thái.'
  const on = effectiveOn === null ? null : toCalendarDate(effectiveOn)
  if (on === null) return 'Thiếu ngày hiệu lực.'
  const todayOn = toCalendarDate(today)
  if (todayOn !== null && on > addDays(todayOn, FURTHEST_DAYS)) {
    return `Ngày ${formatDate(on)} còn hơn một năm nữa mới tới; hãy xem lại năm.`
  }
  if (reason === null) return 'Thiếu lý do.'
  if (documentNo === null) return 'Thiếu số văn bản.'
  return reason.length > 500 || documentNo.length > 100 ? 'Lý do hoặc số văn bản quá dài.' : null
}

function refusal(asked: AskedDecision, outcome: RowOutcome, note: string): Planned {
  return {
    ...{ asked, outcome, note, target: null, before: 'none', lastEventId: null },
    ...{ lastRecordedAt: 0, unusual: false },
  }
}
