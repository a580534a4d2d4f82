import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { batch, batchHarvest, lotEdge } from '../../../../db/schema/index.ts'
import { createBatch } from '../../../../worker/verbs/batches/create-batch.ts'
import { updateBatch } from '../../../../worker/verbs/batches/update-batch.ts'
import type { VerbContext } from '../../../../worker/verbs/context.ts'
import { Problem } from '../../../../worker/verbs/errors.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeContext } from '../../../support/factories.ts'
import { kilograms, makeGrower } from './goods-support.ts'

let test: TestDatabase
let ctx: VerbContext

beforeAll(async () => {
  test = await freshDatabase()
  ctx = makeContext(test.db)
})

const TOLERANCE = 1.02

/** Kilograms by where they come from, by position. */
type Made = {
  readonly kg: number
  readonly batches: ReadonlyMap<number, number>
  readonly harvests: ReadonlyMap<number, number>
  readonly boughtKg: number
}

type Step = Made & { readonly at: number | null }

const sum = (values: Iterable<number>) => [...values].reduce((total, kg) => total + kg, 0)

/** All rules over the whole graph, the slow and plain way. */
function holds(graph: readonly Made[], harvestKg: readonly number[]): boolean {
  const takenOf = (which: 'batches' | 'harvests', at: number) =>
    sum(graph.map((made) => made[which].get(at) ?? 0))
  const reaches = (from: number, to: number, steps = graph.length): boolean =>
    steps > 0 &&
    [...(graph[from]?.batches.keys() ?? [])].some(
      (next) => next === to || reaches(next, to, steps - 1),
    )
  return (
    harvestKg.every((kg, at) => takenOf('harvests', at) <= kg * TOLERANCE) &&
    graph.every((made, at) => {
      const inKg = sum(made.batches.values()) + sum(made.harvests.values()) + made.boughtKg
      return (
        takenOf('batches', at) <= made.kg * TOLERANCE &&
        (inKg === 0 || made.kg <= inKg * TOLERANCE) &&
        !reaches(at, at)
      )
    })
  )
}

const kg = fc.integer({ min: 1, max: 60 })
const part = (most: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(most), kg), { maxLength: 2, selector: ([at]) => at })
    .map((pairs) => new Map(pairs))
const step: fc.Arbitrary<Step> = fc.record({
  at: fc.option(fc.nat(5), { freq: 1 }),
  ...{ kg: fc.integer({ min: 1, max: 100 }), batches: part(5), harvests: part(1) },
  boughtKg: fc.oneof(fc.constant(0), kg),
})

it('lets through what the rules allow over the whole graph and nothing else', {
  timeout: 60_000,
}, async () => {
  const lists = fc.array(step, { minLength: 6, maxLength: 16 })
  const harvested = fc.tuple(kg, kg)
  await fc.assert(
    fc.asyncProperty(lists, harvested, async (steps, harvestKg) => {
      const { productId, harvest } = await makeGrower(ctx)
      const entries = [await harvest(harvestKg[0]), await harvest(harvestKg[1])]
      const refs: string[] = []
      let graph: readonly Made[] = []
      for (const [number, { at, ...made }] of steps.entries()) {
        const known = new Map([...made.batches].filter(([from]) => from < refs.length))
        const wanted = { ...made, batches: known }
        const place = at !== null && at < refs.length ? at : refs.length
        const next = graph.toSpliced(place, 1, wanted)
        const fields = {
          quantity: kilograms(made.kg),
          sources: [...known].map(([from, quantityKg]) => ({ ref: refs[from] ?? '', quantityKg })),
          harvests: [...made.harvests].map(([from, quantityKg]) => ({
            ...{ entry: entries[from]?.id ?? '', quantityKg },
          })),
          purchases:
            made.boughtKg === 0
              ? []
              : [{ seller: 'Chị Ba', quantityKg: made.boughtKg, boughtOn: '2026-06-01' }],
        }
        const ref = refs[place]
        const doing =
          ref === undefined
            ? createBatch({
                ctx,
                input: { ...fields, productId, lot: `L${number}`, markets: ['VNM'] },
              })
            : updateBatch({ ctx, input: { ref, changes: fields } })
        const outcome = await doing.catch((error) => {
          if (error instanceof Problem) return null
          throw error
        })
        expect(outcome !== null).toBe(holds(next, harvestKg))
        if (outcome === null) continue
        if (ref === undefined) refs.push(outcome.ref)
        graph = next
      }
      expect(
        await storedOf(
          refs,
          entries.map(({ id }) => id),
        ),
      ).toEqual(graph.map(({ batches, harvests }) => ({ batches, harvests })))
    }),
    { numRuns: 15 },
  )
})

async function storedOf(refs: readonly string[], entries: readonly string[]) {
  const rows = await test.db.select().from(batch)
  const ids = refs.map((ref) => rows.find((row) => row.ref === ref)?.id ?? '')
  const edges = await test.db.select().from(lotEdge)
  const taken = await test.db.select().from(batchHarvest)
  return ids.map((id) => ({
    batches: new Map(
      edges
        .filter(({ toBatchId }) => toBatchId === id)
        .map(({ fromBatchId, quantityKg }) => [ids.indexOf(fromBatchId), quantityKg]),
    ),
    harvests: new Map(
      taken
        .filter(({ batchId }) => batchId === id)
        .map(({ diaryEventId, quantityKg }) => [entries.indexOf(diaryEventId), quantityKg]),
    ),
  }))
}
