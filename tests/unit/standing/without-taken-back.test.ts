import { describe, expect, it } from 'vitest'
import { withoutTakenBack } from '../../../worker/domain/standing/without-taken-back.ts'

const event = (
  id: string,
  status: 'active' | 'expired' | 'none',
  amends: string | null = null,
) => ({
  ...{ id, status, amends },
})

describe('decisions that were taken back', () => {
  it('are gone with what took them back', () => {
    const kept = event('a', 'active')
    expect(withoutTakenBack([kept, event('b', 'expired'), event('c', 'none', 'b')])).toEqual([kept])
  })

  it('do not let what they had corrected come up again', () => {
    const events = [event('a', 'expired'), event('b', 'expired', 'a'), event('c', 'none', 'b')]
    expect(withoutTakenBack(events)).toEqual([])
  })

  it('leave corrections as they are', () => {
    const events = [event('a', 'expired'), event('b', 'active', 'a'), event('c', 'none')]
    expect(withoutTakenBack(events)).toEqual(events)
  })
})
