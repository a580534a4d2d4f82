import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LotEdge, sharesOf, stepsFrom } from '../../../worker/domain/lots/steps-from.ts'

const LOTS = 12
const idOf = (n: number) => `lot-${n}`

/** Graphs without a circle: every edge leads to a later lot. */
const graphs = array(
  record({
    from: integer({ min: 0, max: LOTS - 2 }),
    over: integer({ min: 1, max: LOTS }),
    quantityKg: integer({ min: 1, max: 1000 }),
  }),
  { maxLength: 40 },
).map((drawn) => {
  const edges = new Map<string, LotEdge>()
  for (const { from, over, quantityKg } of drawn) {
    const to = Math.min(LOTS - 1, from + over)
    edges.set(`${from}-${to}`, { fromId: idOf(from), toId: idOf(to), quantityKg })
  }
  return [...edges.values()]
})

/** The longest way of all, found by walking every one. */
function longest(edges: readonly LotEdge[], from: string, to: string): number | null {
  if (from === to) return 0
  const ways = edges
    .filter(({ fromId }) => fromId === from)
    .map(({ toId }) => longest(edges, toId, to))
    .filter((length) => length !== null)
  return ways.length === 0 ? null : 1 + Math.max(...ways)
}

describe('steps between lots', () => {
  it('are those of the longest way, and none where no way leads', () => {
    assert(
      property(graphs, integer({ min: 0, max: LOTS - 1 }), (edges, n) => {
        const start = idOf(n)
        const down = stepsFrom({ startIds: [start], edges, way: 'down' })
        const up = stepsFrom({ startIds: [start], edges, way: 'up' })
        for (let other = 0; other < LOTS; other++) {
          const id = idOf(other)
          expect(down.get(id) ?? null).toBe(longest(edges, start, id))
          expect(up.get(id) ?? null).toBe(longest(edges, id, start))
        }
      }),
    )
  })
})

describe('the share of a lot in what was made of it', () => {
  it('is a share, is nothing elsewhere, and never more than what went in', () => {
    assert(
      property(graphs, integer({ min: 0, max: LOTS - 1 }), (edges, n) => {
        const start = idOf(n)
        const shares = sharesOf({ startIds: [start], edges, kgOf: () => null })
        const reached = stepsFrom({ startIds: [start], edges, way: 'down' })
        expect([...shares.keys()].toSorted()).toEqual([...reached.keys()].toSorted())
        for (const [id, share] of shares) {
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThanOrEqual(1)
          if (id === start) continue
          const parts = edges.filter(({ toId }) => toId === id)
          const kg = parts.reduce((sum, part) => sum + part.quantityKg, 0)
          const affected = parts.reduce(
            (sum, { fromId, quantityKg }) => sum + quantityKg * (shares.get(fromId) ?? 0),
            0,
          )
          expect(share * kg).toBeCloseTo(affected, 6)
        }
      }),
    )
  })

  it('counts what the lot weighs beyond what is declared to have gone in', () => {
    const edges = [{ fromId: 'a', toId: 'b', quantityKg: 50 }]
    const shares = sharesOf({ startIds: ['a'], edges, kgOf: () => 200 })
    expect(shares.get('b')).toBe(0.25)
  })
})
