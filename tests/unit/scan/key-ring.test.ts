import { describe, expect, it } from 'vitest'
import { signLabel, verifyLabel } from '../../../worker/domain/label/jws.ts'
import { parseLabelPath } from '../../../worker/domain/label/parse-label.ts'
import { createKeyRing } from '../../../worker/verbs/scan/key-ring.ts'
import { LABEL_VECTORS, TEST_KEY, testKeys } from '../../support/conformance/vectors.ts'

const NOW = 1_800_000_000_000

function store(...kids: string[]) {
  const state = { kids, fails: false, reads: 0 }
  const load = async () => {
    state.reads += 1
    if (state.fails) throw new Error('the database does not answer')
    return state.kids.map((kid) => ({ kid, publicX: TEST_KEY.x }))
  }
  return { state, load }
}

describe('key ring', () => {
  it('gives a key that verifies, read once for ever', async () => {
    const { state, load } = store('A1B')
    const ring = createKeyRing()
    const key = await ring.find('A1B', load, NOW)
    const label = parseLabelPath(`/${LABEL_VECTORS[0]?.sig}/${LABEL_VECTORS[0]?.subject}`)
    if (key === null || label === null) throw new Error('no key or no label')
    expect(await verifyLabel(label, key)).toBe(true)
    expect(key.extractable).toBe(false)
    for (const later of [1, 5_000, 86_400_000]) {
      expect(await ring.find('A1B', load, NOW + later)).toBe(key)
    }
    expect(state.reads).toBe(1)
  })

  it('reads for unknown key ids at most once in five seconds, however many there are', async () => {
    const { state, load } = store('A1B')
    const ring = createKeyRing()
    await ring.find('A1B', load, NOW)
    for (let i = 0; i < 200; i++) expect(await ring.find(`X${i}`, load, NOW + i)).toBeNull()
    expect(state.reads).toBe(1)
    expect(await ring.find('X', load, NOW + 4_999)).toBeNull()
    expect(state.reads).toBe(1)
    expect(await ring.find('X', load, NOW + 5_000)).toBeNull()
    expect(state.reads).toBe(2)
  })

  it('reads once for unknown key ids that come at the same time', async () => {
    const { state, load } = store('A1B')
    const ring = createKeyRing()
    await ring.find('A1B', load, NOW)
    await Promise.all([1, 2, 3].map((i) => ring.find(`X${i}`, load, NOW + 10_000)))
    expect(state.reads).toBe(2)
  })

  it('finds a new key within five seconds of its making', async () => {
    const { state, load } = store('A1B')
    const ring = createKeyRing()
    await ring.find('A1B', load, NOW)
    state.kids = ['A1B', 'N3W']
    expect(await ring.find('N3W', load, NOW + 4_999)).toBeNull()
    expect(await ring.find('N3W', load, NOW + 5_000)).not.toBeNull()
  })

  it('does not call a key id unknown that it could not ask for, and knows its keys', async () => {
    const { state, load } = store('A1B')
    const ring = createKeyRing()
    await ring.find('A1B', load, NOW)
    // What the database said five seconds ago at most is its word still.
    state.fails = true
    expect(await ring.find('N3W', load, NOW + 4_999)).toBeNull()
    state.kids = ['A1B', 'N3W']
    await expect(ring.find('N3W', load, NOW + 6_000)).rejects.toThrow('does not answer')
    await expect(ring.find('N3W', load, NOW + 7_000)).rejects.toThrow('does not answer')
    expect(await ring.find('A1B', load, NOW + 7_000)).not.toBeNull()
    state.fails = false
    expect(await ring.find('N3W', load, NOW + 7_001)).not.toBeNull()
  })

  it('gives a key just made to everyone who asks while one of them reads', async () => {
    const { state, load } = store('A1B')
    const ring = createKeyRing()
    await ring.find('A1B', load, NOW)
    state.kids = ['A1B', 'N3W']
    const slowly = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return load()
    }
    const found = await Promise.all([0, 1, 2].map((i) => ring.find('N3W', slowly, NOW + 5_000 + i)))
    expect(found.every((key) => key !== null)).toBe(true)
    expect(state.reads).toBe(2)
  })

  it('refuses those who waited for a read that failed, and does not read for each of them', async () => {
    const { state, load } = store('A1B')
    const ring = createKeyRing()
    await ring.find('A1B', load, NOW)
    state.fails = true
    const slowly = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return load()
    }
    const asked = [0, 1, 2].map((i) => ring.find(`X${i}`, slowly, NOW + 10_000))
    for (const { status } of await Promise.allSettled(asked)) expect(status).toBe('rejected')
    expect(state.reads).toBe(2)
  })

  it('throws while the database is down and it has no key, and recovers at once', async () => {
    const { state, load } = store('A1B')
    const ring = createKeyRing()
    state.fails = true
    await expect(ring.find('A1B', load, NOW)).rejects.toThrow('does not answer')
    await expect(ring.find('A1B', load, NOW + 1)).rejects.toThrow('does not answer')
    state.fails = false
    expect(await ring.find('A1B', load, NOW + 2)).not.toBeNull()
  })

  it('remembers a whole-batch label that verified, and no other text for it', async () => {
    const { privateKey } = await testKeys()
    const { load } = store('A1B')
    const ring = createKeyRing()
    const key = await ring.find('A1B', load, NOW)
    if (key === null) throw new Error('no key')
    for (const subjectText of ['B/7K3M9QX1/0', 'B/7K3M9QX1/1', '01/06291041500213/10/7K3M9QX1']) {
      const label = parseLabelPath(await signLabel({ kid: 'A1B', privateKey, subjectText }))
      if (label === null) throw new Error(`does not parse: ${subjectText}`)
      const forged = {
        ...label,
        value: `${label.value[0] === 'Q' ? 'R' : 'Q'}${label.value.slice(1)}`,
      }
      for (let round = 0; round < 3; round++) {
        expect(await ring.verify(forged, key)).toBe(false)
        expect(await ring.verify(label, key)).toBe(true)
        const elsewhere = {
          ...label,
          subjectText: label.subjectText.replace('7K3M9QX1', '00000000'),
        }
        expect(await ring.verify(elsewhere, key)).toBe(false)
        expect(await ring.verify({ ...label, kid: 'A1C' }, key)).toBe(false)
      }
    }
  })

  it('gives a first key to everyone who asks at the same time', async () => {
    const { load } = store('A1B')
    const ring = createKeyRing()
    const found = await Promise.all([1, 2, 3].map(() => ring.find('A1B', load, NOW)))
    expect(found.every((key) => key !== null)).toBe(true)
  })
})
