import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recallBatch } from '../../worker/verbs/batches/recall-batch.ts'
import { createKey } from '../../worker/verbs/keys/create-key.ts'
import { forge } from '../http/scan/support.ts'
import { startWorld, until, type World } from './world.ts'

const TIMEOUT_MS = 4_000
const PROBE_MS = 1_000

/** A real server, stopped but not dead: its kernel takes connections, and nothing is ever answered. */
describe('the built Worker in plain workerd, on a libSQL server that hangs', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld('plain workerd')
  })
  afterAll(async () => {
    world?.letDatabaseGoOn()
    await world?.stop()
  })

  async function timed(path: string): Promise<{ ms: number; status: number; body: Json }> {
    const startedAt = performance.now()
    const { status, body } = await world.askJson(path)
    return { ms: performance.now() - startedAt, status, body }
  }

  it('lets one scan wait, answers all others at once from what is kept, and recovers by itself', async () => {
    const [seen, recalled, unseen] = [
      await world.issued(),
      await world.issued(),
      await world.issued(),
    ]
    const stop = { ref: recalled.batch.ref, reason: 'Dư lượng thuốc' }
    await recallBatch({ ctx: world.ctx, input: stop })
    for (const path of [seen.path, recalled.path]) {
      expect((await timed(path)).body.stale).toBe(false)
    }
    await createKey({ ctx: world.ctx, input: { authority: 'rotated' } })
    const rotated = await world.issued({ authority: 'rotated' })
    // Older than an answer may be while the database answers.
    await new Promise((resolve) => setTimeout(resolve, 31_000))

    world.freezeDatabase()
    const first = await timed(seen.path)
    expect(first.body).toMatchObject({ authenticity: 'genuine', stale: true })
    expect(first.ms).toBeLessThan(TIMEOUT_MS + 1_000)
    // Ten seconds, in which the database is tried again and again: nobody with a kept answer waits.
    const times: number[] = []
    const refusals: number[] = []
    const startedAt = performance.now()
    while (performance.now() - startedAt < 10_000) {
      for (const path of [seen.path, seen.paths[1] ?? '', recalled.path]) {
        const { ms, status, body } = await timed(path)
        expect([status, body.authenticity, body.stale]).toEqual([200, 'genuine', true])
        expect(body.standing).toBe(path === recalled.path ? 'stop' : 'clear')
        times.push(ms)
      }
      const { ms, status, body } = await timed(forge(seen.path))
      expect([status, body.authenticity]).toEqual([404, 'forged'])
      times.push(ms)
      // What is not kept, a typed code and a key made since: a clear 503, never "unknown".
      for (const path of [unseen.path, rotated.path, `/b/${unseen.batch.ref}`]) {
        const refused = await timed(path)
        expect([refused.status, refused.body.code]).toEqual([503, 'unavailable'])
        refusals.push(refused.ms)
      }
    }
    expect(quantile(times, 0.95)).toBeLessThan(50)
    expect(quantile(times, 1)).toBeLessThan(PROBE_MS - 100)
    expect(quantile(refusals, 0.5)).toBeLessThan(50)
    expect(quantile(refusals, 1)).toBeLessThan(PROBE_MS + 1_000)
    const page = await world.open(unseen.path)
    expect([page.status, page.headers['retry-after']]).toEqual([503, '10'])

    world.letDatabaseGoOn()
    await until(async () => (await timed(seen.path)).body.stale === false, 10_000)
    for (const { path } of [unseen, rotated]) {
      expect((await timed(path)).body.authenticity).toBe('genuine')
    }
  }, 120_000)

  it('lets all who ask at once wait together, and not one after the other', async () => {
    const batches = await Promise.all(Array.from({ length: 5 }, () => world.issued()))
    await timed(batches[0]?.path ?? '')
    world.freezeDatabase()
    const startedAt = performance.now()
    const answers = await Promise.all(batches.slice(1).map(({ path }) => timed(path)))
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503])
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS + 1_500)
    world.letDatabaseGoOn()
    const path = batches[1]?.path ?? ''
    await until(async () => (await timed(path)).status === 200, 10_000)
  })
})

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as they come
type Json = any

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
