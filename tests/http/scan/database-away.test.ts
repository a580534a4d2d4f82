import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Entry, isolateCache } from '../../../worker/platform/facts-cache.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, NOW, setStatus } from '../../support/factories.ts'
import { forge, issued, pathsOf, scanApp } from './support.ts'

const database = freshDatabase()
const context = async () => makeContext((await database).db)
const DAY_MS = 86_400_000

// Failures are logged for the operator; the tests look at what the asker gets.
beforeEach(() => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => log.mockRestore()
})

describe('forged labels', () => {
  it('cost no call of the database, whether it answers or not', async () => {
    const ctx = await context()
    const { paths } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(paths[0] ?? '')
    const before = app.state.databaseCalls
    for (const path of paths) expect((await app.open(forge(path))).status).toBe(404)
    app.breakDatabase()
    app.wait(3 * DAY_MS)
    for (const path of paths) {
      expect((await app.askJson(forge(path))).body.reasons[0].code).toBe('signature_invalid')
    }
    for (const path of paths) expect((await app.open(`${path}//`)).status).toBe(400)
    expect(app.state.databaseCalls).toBe(before)
  })

  it('under a strange key cost one call in five seconds', async () => {
    const ctx = await context()
    const { paths } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(paths[0] ?? '')
    const before = app.state.databaseCalls
    const strange = (i: number, path: string) => `/Z${String(i).padStart(2, '0')}${path.slice(4)}`
    for (const [i, path] of paths.entries()) {
      app.wait(499)
      expect((await app.askJson(strange(i, path))).body.reasons[0].code).toBe('key_unknown')
    }
    expect(app.state.databaseCalls - before).toBe(0)
    app.wait(5_000)
    for (const [i, path] of paths.entries()) await app.askJson(strange(i, path))
    expect(app.state.databaseCalls - before).toBe(1)
  })
})

describe('while the database does not answer', () => {
  it('a batch that was seen is served as it was, marked stale, with the instant of its read', async () => {
    const ctx = await context()
    const { path } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(path)
    app.breakDatabase()
    app.wait(29_999)
    expect((await app.askJson(path)).body).toMatchObject({ stale: false })
    app.wait(3_600_000)
    const { status, body } = await app.askJson(path)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      authenticity: 'genuine',
      standing: 'clear',
      stale: true,
      asOf: new Date(NOW).toISOString(),
      checkedAt: new Date(NOW + 3_629_999).toISOString(),
    })
    expect(await (await app.open(path)).text()).toContain('stale=true')
  })

  it('and nothing is held, or only what is older than a day, the answer is 503 with Retry-After', async () => {
    const ctx = await context()
    const [seen, unseen] = [await issued(ctx), await issued(ctx)]
    const app = scanApp(ctx.db)
    await app.open(seen.path)
    app.breakDatabase()
    for (const path of [unseen.path, `/b/${unseen.batch.ref}`]) {
      const page = await app.open(path)
      expect(page.status).toBe(503)
      expect(page.headers.get('retry-after')).toBe('10')
      expect(page.headers.get('cache-control')).toBe('no-store')
      const { status, body } = await app.askJson(path)
      expect(status).toBe(503)
      expect(body).toMatchObject({ code: 'unavailable', status: 503 })
      expect(JSON.stringify(body)).not.toMatch(/SELECT|ECONN|127\.0\.0\.1|\bat /)
    }
    app.wait(DAY_MS + 1)
    expect((await app.open(seen.path)).status).toBe(503)
  })

  it('an isolate without keys says 503 and not that the key is unknown', async () => {
    const ctx = await context()
    const { path } = await issued(ctx)
    const app = scanApp(ctx.db)
    app.breakDatabase()
    expect((await app.open(path)).status).toBe(503)
    app.mendDatabase()
    expect((await app.open(path)).status).toBe(200)
  })

  it('a serial that the old facts do not know is not called unknown: that would be a guess', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(path)
    const { run } = await issueLabels({ ctx, input: { ref: batch.ref, count: 3 } })
    const [later = ''] = await pathsOf(ctx, run.id)
    app.breakDatabase()
    app.wait(60_000)
    expect((await app.open(path)).status).toBe(200)
    expect((await app.open(later)).status).toBe(503)
  })

  it('it goes on as before once the database is back', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(path)
    app.breakDatabase()
    app.wait(60_000)
    expect((await app.askJson(path)).body.stale).toBe(true)
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng thuốc' } })
    app.mendDatabase()
    app.wait(1_000)
    expect((await app.askJson(path)).body).toMatchObject({ stale: false, standing: 'stop' })
  })

  it('a stop that was seen is still a stop', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng thuốc' } })
    const app = scanApp(ctx.db)
    await app.open(path)
    app.breakDatabase()
    app.wait(DAY_MS - 1)
    expect((await app.askJson(path)).body).toMatchObject({ standing: 'stop', stale: true })
  })
})

describe('how old an answer may be', () => {
  it('a suspension is seen after thirty seconds at the latest', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const app = scanApp(ctx.db)
    expect((await app.askJson(path)).body.standing).toBe('clear')
    const on = { market: 'CHN', status: 'suspended', effectiveOn: '2026-06-14' } as const
    await setStatus(ctx, { codeId: batch.area.id, ...on })
    app.wait(30_000)
    const { body } = await app.askJson(path)
    expect(body.standing).toBe('notice')
    expect(body.reasons[0]).toMatchObject({ code: 'growing_area_suspended', market: 'CHN' })
    expect(body.markets).toEqual([
      { market: 'VNM', standing: 'clear' },
      { market: 'CHN', standing: 'notice' },
    ])
    expect(await (await app.open(path)).text()).toContain('growing_area_suspended')
  })

  it('standing is decided again when the day changes, from the same facts', async () => {
    const ctx = await context()
    // The clock stands at 09:00; the goods are good until today.
    const { path } = await issued(ctx, { batch: { expiresOn: '2026-06-15' } })
    const app = scanApp(ctx.db)
    app.wait(Date.parse('2026-06-15T16:59:50Z') - NOW)
    expect((await app.askJson(path)).body).toMatchObject({ standing: 'clear' })
    // With the first page it is read, behind the answer, which authorities there are.
    await app.open(path)
    const calls = app.state.databaseCalls
    app.wait(10_000)
    const { body } = await app.askJson(path)
    expect(body.standing).toBe('stop')
    expect(body.reasons[0].code).toBe('batch_expired')
    expect(await (await app.open(path)).text()).toContain('genuine/stop/batch_expired')
    expect(app.state.databaseCalls).toBe(calls)
  })

  it('another isolate takes the facts from the shared cache, and says the same', async () => {
    const ctx = await context()
    const { path, paths } = await issued(ctx)
    const entries = new Map<string, Entry<unknown>>()
    // As the Cache API does: what goes in is text.
    const shared = {
      get: async (key: string) => entries.get(key) ?? null,
      put: async (key: string, entry: Entry<unknown>) =>
        void entries.set(key, JSON.parse(JSON.stringify(entry)) as Entry<unknown>),
    }
    const isolate = () => scanApp(ctx.db, { cache: isolateCache({ maxBytes: 1e6, shared }) })
    const [first, second] = [isolate(), isolate()]
    const said = (await first.askJson(path)).body
    await first.settle()
    expect(entries.size).toBe(1)
    await second.askJson(forge(path)) // reads the keys
    const calls = second.state.databaseCalls
    second.wait(10_000)
    const same = (await second.askJson(path)).body
    expect({ ...same, checkedAt: said.checkedAt }).toEqual(said)
    // The facts came from the shared cache; the label's own count is the one row still to read.
    expect(second.state.databaseCalls - calls).toBe(1)
    second.breakDatabase()
    expect((await second.askJson(paths[1] ?? '')).body).toMatchObject({ authenticity: 'genuine' })
  })

  it('a label fresh from the printer is genuine at once, though its batch is held', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(path)
    const { run } = await issueLabels({ ctx, input: { ref: batch.ref, count: 3 } })
    const [later = ''] = await pathsOf(ctx, run.id)
    app.wait(1)
    expect((await app.askJson(later)).body).toMatchObject({ authenticity: 'genuine' })
  })

  it('a new key is known five seconds after its making', async () => {
    const ctx = await context()
    const { path, batch } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(path)
    await createKey({ ctx, input: { authority: 'other' } })
    const input = { ref: batch.ref, count: 1, authority: 'other' }
    const [later = ''] = await pathsOf(ctx, (await issueLabels({ ctx, input })).run.id)
    app.wait(5_000)
    expect((await app.askJson(later)).body).toMatchObject({ authenticity: 'genuine' })
  })
})
