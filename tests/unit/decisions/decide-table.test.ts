import { describe, expect, it } from 'vitest'
import { decide } from '../../../worker/domain/decisions/decide.ts'
import type {
  AskedDecision,
  History,
  RecordedDecision,
  Ruling,
} from '../../../worker/domain/decisions/types.ts'
import { CODE_STATUSES, type CodeStatus } from '../../../worker/domain/standing/types.ts'
import type { CalendarDate } from '../../../worker/lib/time/calendar-date.ts'

const TODAY = '2026-06-15'
const day = (text: string) => text as CalendarDate

function recorded(status: CodeStatus, given: Partial<RecordedDecision> = {}): RecordedDecision {
  return {
    ...{ id: 'e1', market: 'CHN', status, effectiveOn: '2026-06-01', recordedAt: 1 },
    ...{ reason: 'Lý do', documentNo: '1/QĐ', wording: null, amendsId: null },
    ...{ reasonCode: null, endsTerm: false, ...given },
  }
}

const historyOf = (...events: RecordedDecision[]): History => ({
  ...{ code: 'VN-AGOR-0001', market: 'CHN', events },
})

/** Nothing was ever decided where the status before is none. */
const stoodAt = (status: CodeStatus) =>
  status === 'none' ? historyOf() : historyOf(recorded(status))

const asks = (status: CodeStatus, given: Partial<AskedDecision> = {}): AskedDecision => ({
  ...{ kind: 'decision', source: 'officer', status, effectiveOn: day('2026-06-10') },
  ...{ reason: 'Lý do', documentNo: '2/QĐ', wording: null, amendsId: null },
  ...{ reasonCode: null, endsTerm: false, ...given },
})

/** `ok`, or the codes of what is warned of or refused. */
function told(ruling: Ruling): string {
  switch (ruling.kind) {
    case 'record':
      return 'ok'
    case 'warn':
      return `warn ${ruling.warnings.map(({ code }) => code).join(' ')}`
    case 'same':
      return 'same'
    case 'refuse':
      return ruling.refusal.code
  }
}

type Table = Readonly<Record<CodeStatus, readonly string[]>>

/** Columns in the order of `CODE_STATUSES`: pending, active, suspended, revoked, cancelled, expired, none. */
function expectTable(table: Table, ask: (before: CodeStatus, after: CodeStatus) => Ruling): void {
  const found = CODE_STATUSES.map((before) => [
    before,
    CODE_STATUSES.map((status) => told(ask(before, status))),
  ])
  expect(Object.fromEntries(found)).toEqual(table)
}

const OPEN = ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'no_status']
const CLOSED = ['final', 'final', 'final', 'ok', 'ok', 'final', 'no_status']
const EARLIER = 'warn earlier_date'

describe('a decision, by the status before it and the one asked for', () => {
  it('follows every status but a final one', () => {
    const unknown = 'warn no_active_time'
    expectTable(
      {
        ...{ pending_foreign_approval: OPEN, active: OPEN, suspended: OPEN, expired: OPEN },
        ...{ revoked: CLOSED, cancelled: CLOSED },
        none: ['ok', 'ok', unknown, unknown, unknown, unknown, 'no_status'],
      },
      (before, status) => decide(stoodAt(before), asks(status), TODAY),
    )
  })

  it('of an earlier day stands before what is there, unless that would bring a code back', () => {
    const back = 'final_before_return'
    const open = [EARLIER, EARLIER, EARLIER, back, back, EARLIER, 'no_status']
    const closed = [EARLIER, EARLIER, EARLIER, EARLIER, EARLIER, EARLIER, 'no_status']
    const unknown = 'warn no_active_time'
    expectTable(
      {
        ...{ pending_foreign_approval: open, active: open, suspended: open },
        ...{ expired: closed, revoked: closed, cancelled: closed },
        none: ['ok', 'ok', unknown, unknown, unknown, unknown, 'no_status'],
      },
      (before, status) =>
        decide(stoodAt(before), asks(status, { effectiveOn: day('2026-05-01') }), TODAY),
    )
  })

  it('corrects any decision, a final one into another only as a mistake', () => {
    const mistake = 'final_needs_mistake'
    const closed = [mistake, mistake, mistake, 'ok', 'ok', mistake, 'no_status']
    const unknown = Array.from({ length: 6 }, () => 'amends_unknown')
    expectTable(
      {
        ...{ pending_foreign_approval: OPEN, active: OPEN, suspended: OPEN, expired: OPEN },
        ...{ revoked: closed, cancelled: closed, none: [...unknown, 'no_status'] },
      },
      (before, status) => decide(stoodAt(before), asks(status, { amendsId: 'e1' }), TODAY),
    )
    expectTable(
      {
        ...{ pending_foreign_approval: OPEN, active: OPEN, suspended: OPEN, expired: OPEN },
        ...{ revoked: OPEN, cancelled: OPEN, none: [...unknown, 'no_status'] },
      },
      (before, status) =>
        decide(stoodAt(before), asks(status, { amendsId: 'e1', reasonCode: 'corrected' }), TODAY),
    )
  })

  it('is the same only in every word for a form, by status and day for a list of decisions', () => {
    const again = { effectiveOn: day('2026-06-01') }
    for (const status of CODE_STATUSES.filter((each) => each !== 'none')) {
      const whole = asks(status, { ...again, documentNo: '1/QĐ' })
      expect(told(decide(stoodAt(status), whole, TODAY))).toBe('same')
      const other = asks(status, { ...again, documentNo: '9/QĐ' })
      expect(told(decide(stoodAt(status), other, TODAY))).toBe('ok')
      for (const source of ['bulk', 'list'] as const) {
        expect(told(decide(stoodAt(status), { ...other, source }, TODAY))).toBe('same')
      }
    }
  })
})

describe('what was revoked', () => {
  const revoked = historyOf(recorded('revoked'))

  it('stays revoked behind the end of a term', () => {
    const end = recorded('expired', { id: 'e2', effectiveOn: '2026-06-05', endsTerm: true })
    const history = historyOf(recorded('revoked'), end)
    expect(told(decide(history, asks('active'), TODAY))).toBe('final')
  })

  it('needs every final decision corrected before it comes back', () => {
    const history = historyOf(
      recorded('cancelled'),
      recorded('revoked', { id: 'e2', effectiveOn: '2026-06-05', recordedAt: 2 }),
    )
    const one = asks('active', { amendsId: 'e2', reasonCode: 'corrected' })
    expect(told(decide(history, one, TODAY))).toBe('final')
  })

  it('takes no new term', () => {
    for (const source of ['term', 'list'] as const) {
      const asked = asks('expired', { source, endsTerm: true, effectiveOn: day('2028-01-01') })
      expect(told(decide(revoked, asked, TODAY))).toBe('final')
    }
  })

  it('is refused in three languages that name status, market and day', () => {
    const ruling = decide(revoked, asks('active'), TODAY)
    if (ruling.kind !== 'refuse') throw new Error(ruling.kind)
    const { vi, en, zh } = ruling.refusal.text
    expect(vi).toMatch(/thu hồi.*Trung Quốc.*01\/06\/2026.*cấp lại mã mới/)
    expect(en).toMatch(/revoked.*China.*1 June 2026.*re-issued/i)
    expect(zh).toMatch(/2026年6月1日.*换发新注册编号/)
    expect([vi, en, zh].join()).not.toMatch(/[{}]/)
  })
})
