import { describe, expect, it } from 'vitest'
import {
  decideIssued,
  malformed,
  withoutDatabase,
} from '../../../worker/domain/standing/decide-authenticity.ts'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import { factsOf, runOf, TODAY } from '../../support/conformance/standing-facts.ts'

const REF = '7K3M9QX1'
const compact = (serial: number) => ({ profile: 'compact', ref: REF, serial }) as const
const MARCH = Date.parse('2026-03-06T02:00:00Z')

/** The decision in one word: the run's id, or `authenticity/reason`. */
function decide(...input: Parameters<typeof decideIssued>): string {
  const decision = decideIssued(...input)
  return decision.authenticity === 'genuine'
    ? decision.run.id
    : `${decision.authenticity}/${decision.reason.code}`
}

describe('whether a label was issued', () => {
  const run = runOf({ fromSerial: 10, toSerial: 20 })
  it.each([
    [9, 'unknown/serial_not_issued'],
    [10, 'run'],
    [15, 'run'],
    [20, 'run'],
    [21, 'unknown/serial_not_issued'],
    [0, 'unknown/serial_not_issued'],
  ])('serial %i of a run 10 to 20: %s', (serial, expected) => {
    expect(decide('A1B', compact(serial), [run])).toBe(expected)
  })

  it('refuses a serial that was issued under another key', () => {
    expect(decide('A1C', compact(15), [run])).toBe('unknown/serial_not_issued')
  })

  it('refuses a serial that was issued in another profile', () => {
    const full = {
      ...compact(15),
      profile: 'full',
      growingAreas: ['A-1'],
      packingHouse: null,
    } as const
    expect(decide('A1B', full, [run])).toBe('unknown/serial_not_issued')
    expect(decide('A1B', full, [run, runOf({ ...run, id: 'full', profile: 'full' })])).toBe('full')
  })

  it('refuses any serial of a batch without runs', () => {
    expect(decide('A1B', compact(0), [])).toBe('unknown/serial_not_issued')
  })

  it('finds the run that holds the serial among several', () => {
    const later = runOf({ id: 'later', fromSerial: 21, toSerial: 30 })
    expect(decide('A1B', compact(25), [run, later])).toBe('later')
    expect(decide('A1B', compact(15), [later, run])).toBe('run')
  })
})

describe('a revoked key', () => {
  const run = (createdAt: number) => runOf({ createdAt, keyRevokedFrom: MARCH })

  it.each([
    ['a millisecond before it', MARCH - 1, 'run'],
    ['at that very instant', MARCH, 'unknown/key_revoked'],
    ['after it', MARCH + 1, 'unknown/key_revoked'],
  ])('a run made %s', (_, createdAt, expected) => {
    expect(decide('A1B', compact(5), [run(createdAt)])).toBe(expected)
  })

  it('is said with the day from which it holds, and the instant at which it was recorded', () => {
    const from = Date.parse('2026-03-05T17:00:00Z')
    const decision = decideIssued('A1B', compact(5), [
      runOf({ createdAt: from, keyRevokedFrom: from, keyRevokedAt: from + 5 }),
    ])
    expect(decision).toMatchObject({ reason: { since: '2026-03-06', recordedAt: from + 5 } })
  })

  it('leaves a whole-batch label genuine that was first printed before it, in any order of rows', () => {
    const whole = { fromSerial: 0, toSerial: 0, keyRevokedFrom: MARCH }
    const first = runOf({ ...whole, id: 'first', createdAt: MARCH - 5 })
    const second = runOf({ ...whole, id: 'second', createdAt: MARCH + 5 })
    expect(decide('A1B', compact(0), [first, second])).toBe('first')
    expect(decide('A1B', compact(0), [second, first])).toBe('first')
  })
})

describe('judgements without the database', () => {
  it.each([
    ['foreign_host', 'unknown'],
    ['key_unknown', 'unknown'],
    ['signature_invalid', 'forged'],
    ['batch_unknown', 'unknown'],
  ] as const)('%s is %s, with its single reason', (code, authenticity) => {
    expect(withoutDatabase(code)).toMatchObject({ authenticity, reason: { code, market: null } })
  })
})

describe('a text that is no label', () => {
  it('is malformed, and is told apart where it was one once', () => {
    expect(malformed(false)).toMatchObject({
      authenticity: 'malformed',
      reason: { code: 'malformed' },
    })
    expect(malformed(true).reason.text.vi).toContain('đã bị thay đổi')
    expect(malformed(false).reason.text.vi).not.toContain('đã bị thay đổi')
  })
})

describe('the words of a revoked key', () => {
  it('differ for a label of before (still genuine) and one of after (not)', () => {
    const refused = decideIssued('A1B', compact(5), [
      runOf({ createdAt: MARCH, keyRevokedFrom: MARCH }),
    ])
    const label = { runIds: ['run'], serial: 5, keyRevokedFrom: MARCH, keyRevokedAt: MARCH }
    const [kept] = decideStanding(factsOf({ label }), TODAY).reasons
    if (refused.authenticity === 'genuine') throw new Error('a revoked label was taken for genuine')
    expect(refused.reason.code).toBe(kept?.code)
    expect(refused.reason.severity).toBe(kept?.severity)
    expect(kept?.text.vi).toContain('vẫn là tem thật')
    expect(refused.reason.text.vi).not.toContain('vẫn là tem thật')
  })
})
