import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { forge } from '../../http/scan/support.ts'
import { setStatus } from '../../support/factories.ts'
import { dayFromNow, RUNTIMES, startWorld, until, type World } from '../world.ts'

describe.each(RUNTIMES)('the built Worker in %s', (runtime) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(runtime)
  })
  afterAll(() => world?.stop())

  it('goes on while the database is gone and recovers without a restart', async () => {
    const [seen, recalled, unseen] = [
      await world.issued(),
      await world.issued(),
      await world.issued(),
    ]
    await recallBatch({
      ctx: world.ctx,
      input: { ref: recalled.batch.ref, reason: 'Dư lượng thuốc' },
    })
    await world.open(seen.path)
    await world.open(recalled.path)
    await world.takeDatabaseAway()
    try {
      // Answered from memory, another unit of the batch and the stop too.
      for (const path of [seen.path, seen.paths[1] ?? '']) {
        expect((await world.open(path)).text).toContain('Tem thật')
      }
      expect((await world.askJson(recalled.path)).body.standing).toBe('stop')
      // Nothing is known of this one: a clear 503, as page and as problem, and nothing of its cause.
      const page = await world.open(unseen.path)
      expect([page.status, page.headers['retry-after']]).toEqual([503, '10'])
      expect(page.text).not.toMatch(/SELECT|ECONN|127\.0\.0\.1:|Error:/)
      const { status, body } = await world.askJson(unseen.path)
      expect([status, body.code]).toEqual([503, 'unavailable'])
      expect((await world.open(`/b/${unseen.batch.ref}`)).status).toBe(503)
      // A forgery needs no database to be refused.
      for (const { path } of [seen, unseen]) {
        expect((await world.askJson(forge(path))).body.authenticity).toBe('forged')
        expect((await world.open(forge(path))).status).toBe(404)
      }
      expect((await world.open('/')).status).toBe(200)
      expect((await world.ask('/healthz')).status).toBe(200)
      expect((await world.ask('/readyz')).status).toBe(503)
    } finally {
      await world.bringDatabaseBack()
    }
    await until(async () => (await world.open(unseen.path)).status === 200, 10_000)
    expect((await world.open(unseen.path)).text).toContain('Tem thật')
    expect((await world.ask('/readyz')).status).toBe(200)
  })

  it('shows a suspension within 30 seconds of its recording, on a page asked for all the while', async () => {
    const { batch, path } = await world.issued()
    expect((await world.askJson(path)).body.standing).toBe('clear')
    const recorded = { market: 'CHN', status: 'suspended', effectiveOn: dayFromNow(-1) } as const
    await setStatus(world.ctx, { codeId: batch.area.id, ...recorded })
    const sees = async () => (await world.askJson(path)).body.standing === 'notice'
    expect(await until(sees, 31_000)).toBeLessThan(31_000)
    const { body } = await world.askJson(path)
    expect(body.reasons[0].code).toBe('growing_area_suspended')
    expect((await world.open(path)).text).toContain('Có lưu ý')
  })

  // Half a minute of waiting: once, in the runtime that has every layer of the cache.
  if (runtime !== 'miniflare') return

  it('serves what it held as stale after 30 seconds', async () => {
    const { path } = await world.issued()
    await world.open(path)
    await world.takeDatabaseAway()
    try {
      await until(async () => (await world.askJson(path)).body.stale === true, 40_000, 500)
      const { status, body } = await world.askJson(path)
      expect([status, body.authenticity, body.stale]).toEqual([200, 'genuine', true])
      const age = Date.parse(body.checkedAt) - Date.parse(body.asOf)
      expect(age).toBeGreaterThanOrEqual(30_000)
      expect((await world.open(path)).status).toBe(200)
    } finally {
      await world.bringDatabaseBack()
    }
    await until(async () => (await world.askJson(path)).body.stale === false, 10_000)
  })
})
