import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../../worker/domain/calendar/working-days.ts'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import {
  ITEM_ACTS,
  type ItemAct,
  type ItemFacts,
  isRestorable,
  itemAfter,
} from '../../../worker/domain/foreign-notices/item-workflow.ts'
import { ITEM_STATES } from '../../../worker/domain/foreign-notices/kinds.ts'
import { listedInText } from '../../../worker/domain/foreign-notices/listed-codes.ts'
import {
  type KnownCode,
  matchCodes,
  totalsOf,
} from '../../../worker/domain/foreign-notices/match-codes.ts'
import { lookalikeKeys, oneEditKeys } from '../../../worker/domain/foreign-notices/near-codes.ts'
import {
  holderDueOn,
  nextNoticeReminderOn,
} from '../../../worker/domain/foreign-notices/notice-terms.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import { workingDaysBetween } from '../../support/working-days-between.ts'

const known = (code: string, more: Partial<KnownCode> = {}): KnownCode => ({
  ...{ code, legacyCode: null, successor: null },
  ...more,
})

/** What a list is read as, near codes looked for as the register is asked for them. */
function matched(listed: readonly string[], register: readonly KnownCode[]) {
  const rows = listed.map((text, i) => ({ row: i + 1, listed: text }))
  const nearTo = new Map(
    listed.map((text) => {
      const keys = new Set([...lookalikeKeys(text), ...oneEditKeys(text)])
      return [text, register.filter(({ code }) => keys.has(codeSearchKey(code)))]
    }),
  )
  return matchCodes(rows, register, nearTo)
}

const one = (text: string, register: readonly KnownCode[]) => matched([text], register)[0]?.match

/** Nobody entered days off. */
const NONE = new Map()

describe('a listed code', () => {
  const register = [known('VN-AGOR-0012'), known('VN-AGOR-0112'), known('91-PUC-XOAI01-000123-CHN')]

  it.each(['VN-AGOR-0012', 'vn agor 0012', ' VN–AGOR–0012 ', 'VN_AGOR_0012'])(
    '%s is the code itself, however letters, blanks and dashes are written',
    (text) => expect(one(text, register)).toEqual({ kind: 'matched', code: 'VN-AGOR-0012' }),
  )

  it.each([
    ['VNAGOR0012', 'hyphen'],
    ['VN-AGOR-012', 'zeros'],
    ['VN-AGOR-OO12', 'lookalike'],
    ['VN-AGOR-00I2', 'lookalike'],
    ['VN-AGR-0012', 'one_edit'],
    ['VN-AGORR-0012', 'one_edit'],
    ['VN-AGRO-0012', 'one_edit'],
    ['VN-AG0R-0012', 'lookalike'],
  ])('%s is proposed, with why, and not taken', (text, why) => {
    const match = one(text, register)
    expect(match).toMatchObject({ kind: 'near' })
    expect(match?.kind === 'near' && match.near).toContainEqual({ code: 'VN-AGOR-0012', why })
  })

  it('by its former name, or re-issued since, is left to a person', () => {
    const old = [
      known('VN-AGOR-0012', { legacyCode: 'AG.01' }),
      known('VN-X', { successor: 'VN-Y' }),
    ]
    expect(one('AG.01', old)).toEqual({
      ...{ kind: 'near', near: [{ code: 'VN-AGOR-0012', why: 'old_code' }] },
    })
    const both = [
      { code: 'VN-Y', why: 'reissued' },
      { code: 'VN-X', why: 'as_listed' },
    ]
    expect(one('VN-X', old)).toEqual({ kind: 'near', near: both })
    expect(one('VN-ZZZZ-0099', register)).toEqual({ kind: 'unknown' })
  })

  it('misspelt by any one slip among its like is always proposed', () => {
    const code = 'VN-AGOR-0012'
    const slip = fc.record({
      at: fc.nat(code.length - 1),
      kind: fc.constantFrom('drop', 'twice', 'swap', 'digit', 'letter'),
      digit: fc.constantFrom(...'0123456789'),
      letter: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    })
    const slipped = ({
      at,
      kind,
      digit,
      letter,
    }: {
      at: number
      kind: string
      digit: string
      letter: string
    }) => {
      const [before, char, after] = [code.slice(0, at), code.charAt(at), code.slice(at + 1)]
      if (kind === 'drop') return before + after
      if (kind === 'twice') return before + char + char + after
      if (kind === 'swap') return before + after.charAt(0) + char + after.slice(1)
      return before + (/\d/.test(char) ? digit : letter) + after
    }
    fc.assert(
      fc.property(slip, (made) => {
        const text = slipped(made)
        const match = one(text, [known(code)])
        if (match?.kind === 'matched') return match.code === code
        return match?.kind === 'near' && match.near.some((near) => near.code === code)
      }),
      { seed: 829, numRuns: 300 },
    )
  })

  it('is neither lost nor doubled, whatever the list: its parts add up to it', () => {
    const text = fc.constantFrom('VN-AGOR-0012', 'vn agor 0012', 'VN-AGOR-OO12', 'x', '??', 'AB-1')
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const matches = matched(texts, register)
        const { listed, matched: same, near, unknown, repeated } = totalsOf(matches)
        expect(listed).toBe(texts.length)
        expect(same + near + unknown + repeated).toBe(listed)
        const codes = matches.flatMap(({ match }) => (match.kind === 'matched' ? [match.code] : []))
        expect(new Set(codes).size).toBe(codes.length)
      }),
      { seed: 51, numRuns: 100 },
    )
  })

  it('makes few keys to look up, and none of what is far too long', () => {
    expect(oneEditKeys('91-PUC-XOAI01-000123-CHN').length).toBeLessThan(1_500)
    expect(lookalikeKeys('O0I1O0I1O0I1O0').length).toBeLessThan(100)
    expect([...oneEditKeys('A1'.repeat(5_000)), ...lookalikeKeys('O'.repeat(9_000))]).toEqual([])
  })
})

describe('a pasted list', () => {
  it.each([
    ['a code a line', 'VN-AGOR-0001\n\nVN-AGOR-0002', ['VN-AGOR-0001', 'VN-AGOR-0002']],
    [
      'commas and blanks',
      'VN-AGOR-0001, VN-AGOR-0002 VNAGOR03',
      ['VN-AGOR-0001', 'VN-AGOR-0002', 'VNAGOR03'],
    ],
    ['running numbers', '1. VN-AGOR-0001\n2) VN AGOR 0002', ['VN-AGOR-0001', 'VN AGOR 0002']],
    ['a table', '1\tHTX A\tVN-AGOR-0001\n2\tHTX B\tsai', ['VN-AGOR-0001', '2']],
    ['a heading', 'No.\t注册号\n1\tVN-AGOR-0001\n2\tsai mã', ['VN-AGOR-0001', 'sai mã']],
  ])('of %s gives every text', (_, text, codes) => {
    expect(listedInText(text).map(({ listed }) => listed)).toEqual(codes)
  })
})

describe('the way of a code', () => {
  const start: ItemFacts = { state: 'unmatched', passed: null, suspendedOn: null, restoredOn: null }
  const REQUIRED = ['match', 'assign', 'find_cause', 'report', 'recheck', 'reply', 'close'] as const

  /** What one act makes of an item, and of the steps that still count for it. */
  function after(at: { facts: ItemFacts; did: string }, act: ItemAct, passed: boolean) {
    const state = itemAfter(at.facts, act)
    if (state === null) return null
    const judged = act === 'recheck' ? passed : act === 'return' ? null : at.facts.passed
    const facts = { ...at.facts, state, passed: judged }
    // What was sent back begins again after the cause, what means another code from the beginning.
    if (act === 'unmatch') return { facts, did: '' }
    if (act === 'return') return { facts, did: 'match assign find_cause ' }
    return { facts, did: at.did.includes(`${act} `) ? at.did : `${at.did}${act} ` }
  }

  it('passes every step, in order, before it is closed: no path there is skips one', () => {
    const seen = new Map([[JSON.stringify([start, '']), { facts: start, did: '' }]])
    for (const at of seen.values()) {
      for (const act of ITEM_ACTS) {
        for (const passed of [true, false]) {
          const next = after(at, act, passed)
          if (next !== null) seen.set(JSON.stringify([next.facts, next.did]), next)
        }
      }
    }
    const closed = [...seen.values()].filter(({ facts }) => facts.state === 'closed')
    const ways = closed.map(({ did }) => did.split(' ').filter((act) => act !== ''))
    expect(ways.length).toBeGreaterThan(0)
    for (const way of ways) {
      expect(way.filter((act) => REQUIRED.some((step) => step === act))).toEqual(REQUIRED)
    }
    expect(new Set([...seen.values()].map(({ facts }) => facts.state))).toEqual(
      new Set(ITEM_STATES),
    )
  })

  it('leads to a restoration only over a suspension, a passed re-check and an answer', () => {
    for (const state of ITEM_STATES) {
      for (const passed of [true, false, null]) {
        for (const suspendedOn of ['2026-06-15', null]) {
          for (const restoredOn of ['2026-06-20', null]) {
            const may = isRestorable({ state, passed, suspendedOn, restoredOn })
            const wanted = passed === true && suspendedOn !== null && restoredOn === null
            expect(may).toBe(wanted && (state === 'replied' || state === 'closed'))
          }
        }
      }
    }
  })

  it('ends nowhere but closed or left out, and leaves closed by nothing', () => {
    const from = (state: ItemFacts['state']) =>
      ITEM_ACTS.filter((act) => itemAfter({ ...start, state, passed: false }, act) !== null)
    for (const state of ITEM_STATES)
      expect([state, from(state).length > 0]).toEqual([state, state !== 'closed'])
    expect(from('left_out')).toEqual(['take_back'])
    expect(itemAfter({ ...start, state: 'rechecked', passed: true }, 'return')).toBeNull()
  })
})

describe('the days of a notice', () => {
  const day = (text: string) => {
    const date = toCalendarDate(text)
    if (date === null) throw new Error(text)
    return date
  }

  it('leave holders no longer than the answer is due, and officers five working days where there is room', () => {
    expect(holderDueOn(day('2026-06-10'), day('2026-07-08'), NONE)).toBe('2026-07-01')
    expect(holderDueOn(day('2026-06-10'), day('2026-06-12'), NONE)).toBe('2026-06-11')
    expect(holderDueOn(day('2026-06-12'), day('2026-06-12'), NONE)).toBe('2026-06-12')
    fc.assert(
      fc.property(fc.nat(400), fc.nat(120), (start, term) => {
        const received = addDays(day('2026-01-01'), start)
        const due = addDays(received, term)
        const holders = holderDueOn(received, due, NONE)
        expect(holders >= received && holders <= due).toBe(true)
        if (workingDaysBetween(received, due, NONE) > 6) {
          const left = isWorkingDay(due, NONE) ? 5 : 4
          expect([isWorkingDay(holders, NONE), workingDaysBetween(holders, due, NONE)]).toEqual([
            true,
            left,
          ])
        }
      }),
      { seed: 3, numRuns: 150 },
    )
  })

  it('are reminded of ahead, on the last day, and once more when it has passed', () => {
    const due = day('2026-07-08')
    const days = ['2026-06-10']
    for (let next = nextNoticeReminderOn(due, days[0] ?? '', NONE); next !== null; ) {
      days.push(next)
      next = nextNoticeReminderOn(due, next, NONE)
    }
    expect(days.slice(1)).toEqual([
      '2026-06-24',
      '2026-07-01',
      '2026-07-06',
      '2026-07-08',
      '2026-07-09',
    ])
  })
})
