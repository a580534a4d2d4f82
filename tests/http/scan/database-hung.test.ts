import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectWeb } from '../../../db/client.ts'
import { watchDatabase } from '../../../db/database-watch.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { forge, issued, pathsOf, scanApp } from './support.ts'

const database = freshDatabase()
const context = async () => makeContext((await database).db)

// A server that takes connections and says nothing, as one that is stopped but not dead does.
const sockets = new Set<Socket>()
let server: Server
let url: string

beforeAll(async () => {
  server = createServer((socket) => void sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})

afterAll(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
})

beforeAll(() => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => log.mockRestore()
})

async function timed<T>(work: Promise<T>): Promise<{ ms: number; value: T }> {
  const startedAt = performance.now()
  const value = await work
  return { ms: performance.now() - startedAt, value }
}

/** Half of them at once, and none as long as somebody who tries the database waits, on however busy a machine. */
function expectNoWaiting(times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(50)
  expect(sorted.at(-1)).toBeLessThan(900)
}

/** An application whose database hangs from `hang` on; all requests share what is known of it. */
function hangingApp(db: Parameters<typeof scanApp>[0]) {
  const app = scanApp(db)
  const watch = watchDatabase()
  const hang = () => {
    app.state.database = connectWeb({ url, authToken: undefined, watch })
  }
  return { ...app, hang }
}

// Each with a database that hangs for it alone; they wait, and may do so together.
describe.concurrent('while the database hangs', () => {
  it('one scan waits for the time-out, and every kept answer after it takes no time', async () => {
    const ctx = await context()
    const [seen, recalled, other] = [await issued(ctx), await issued(ctx), await issued(ctx)]
    await recallBatch({ ctx, input: { ref: recalled.batch.ref, reason: 'Dư lượng thuốc' } })
    const app = hangingApp(ctx.db)
    for (const { path } of [seen, recalled, other]) await app.open(path)
    app.hang()
    app.wait(31_000)
    const first = await timed(app.askJson(seen.path))
    expect(first.value.body).toMatchObject({ authenticity: 'genuine', stale: true })
    expect(first.ms).toBeGreaterThan(3_900)
    expect(first.ms).toBeLessThan(5_000)
    // Its own batch, another one, another unit whose count was never read, a stop: none waits.
    const times: number[] = []
    for (const path of [seen.path, other.path, recalled.path, seen.paths[1] ?? '']) {
      for (let round = 0; round < 20; round++) {
        const { ms, value } = await timed(app.askJson(path))
        expect(value.body).toMatchObject({ authenticity: 'genuine', stale: true })
        times.push(ms)
      }
    }
    expectNoWaiting(times)
    expect((await app.askJson(recalled.path)).body.standing).toBe('stop')
  })

  it('somebody tries again in the background, so that a kept answer does not wait then either', async () => {
    const ctx = await context()
    const { path } = await issued(ctx)
    const app = hangingApp(ctx.db)
    await app.open(path)
    app.hang()
    app.wait(31_000)
    await app.askJson(path)
    app.wait(4_000)
    const before = app.state.databaseCalls
    // The clock of the application moves with the breaker's: past the pause, into a probe.
    const times: number[] = []
    const until = performance.now() + 2_500
    while (performance.now() < until) {
      app.wait(200)
      const { ms, value } = await timed(app.askJson(path))
      expect(value.body).toMatchObject({ stale: true })
      times.push(ms)
      await new Promise((resolve) => setTimeout(resolve, 200 - Math.min(200, ms)))
    }
    expectNoWaiting(times)
    expect(app.state.databaseCalls).toBeGreaterThan(before)
    app.mendDatabase()
    app.wait(1_000)
    await vi.waitFor(async () => {
      expect((await app.askJson(path)).body.stale).toBe(false)
    })
  })

  it('what is not kept gets a 503 at once, a forgery is refused, a key made since is not called unknown', async () => {
    const ctx = await context()
    const [seen, unseen] = [await issued(ctx), await issued(ctx)]
    const app = hangingApp(ctx.db)
    await app.open(seen.path)
    await createKey({ ctx, input: { authority: 'hung' } })
    const input = { ref: seen.batch.ref, count: 1, authority: 'hung' }
    const [rotated = ''] = await pathsOf(ctx, (await issueLabels({ ctx, input })).run.id)
    app.hang()
    app.wait(10_000)
    await app.askJson(unseen.path)
    const times: number[] = []
    for (const path of [unseen.path, `/b/${unseen.batch.ref}`, rotated]) {
      const { ms, value } = await timed(app.open(path))
      expect([value.status, value.headers.get('retry-after')], path).toEqual([503, '10'])
      times.push(ms)
    }
    expect((await app.askJson(rotated)).body.code).toBe('unavailable')
    const { ms, value } = await timed(app.askJson(forge(seen.path)))
    expect([value.status, value.body.authenticity]).toEqual([404, 'forged'])
    expectNoWaiting([...times, ms])
    app.mendDatabase()
    expect((await app.askJson(rotated)).body.authenticity).toBe('genuine')
  })
})
