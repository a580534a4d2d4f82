import { describe, expect, it } from 'vitest'
import { isolatePageFacts } from '../../../worker/platform/page-facts.ts'

describe('what a page read', () => {
  const sizeOf = () => 10
  const counting = () => {
    let loads = 0
    return { load: async () => ++loads, loads: () => loads }
  }

  it('is read once while nothing changes, and anew after anything did', async () => {
    const facts = isolatePageFacts({ maxBytes: 1_000 })
    const { load } = counting()
    expect(await facts.read({ key: 'a', mark: 7, load, sizeOf })).toBe(1)
    expect(await facts.read({ key: 'a', mark: 7, load, sizeOf })).toBe(1)
    expect(await facts.read({ key: 'a', mark: 8, load, sizeOf })).toBe(2)
    expect(await facts.read({ key: 'b', mark: 8, load, sizeOf })).toBe(3)
  })

  it('is not kept when the read failed', async () => {
    const facts = isolatePageFacts({ maxBytes: 1_000 })
    const failing = () => Promise.reject(new Error('away'))
    await expect(facts.read({ key: 'a', mark: 1, load: failing, sizeOf })).rejects.toThrow('away')
    const { load } = counting()
    expect(await facts.read({ key: 'a', mark: 1, load, sizeOf })).toBe(1)
  })

  it('never outgrows its bytes', async () => {
    const facts = isolatePageFacts({ maxBytes: 25 })
    const { load, loads } = counting()
    for (const key of ['a', 'b', 'c']) await facts.read({ key, mark: 1, load, sizeOf })
    await facts.read({ key: 'a', mark: 1, load, sizeOf })
    expect(loads()).toBe(4)
  })
})
