import { createServer } from 'node:http'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { connectWeb, type Database } from '../../../db/client.ts'
import { connectNode } from '../../../db/client-node.ts'
import { isDatabaseUnavailable, isUniqueViolation } from '../../../db/errors.ts'
import { freePort } from '../../../scripts/lib/free-port.ts'
import { toProblem } from '../../../worker/http/to-problem.ts'
import { emptyServer } from '../../support/server.ts'

let folder: string
let db: Database

beforeAll(async () => {
  const server = await emptyServer()
  folder = server.folder
  db = server.connect()
  await db.run(sql`CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL) STRICT`)
  await db.run(sql`INSERT INTO thing VALUES (1, 'one')`)
})

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: unknown) => error,
  )
}

/** A server that answers every call in the same way. */
async function answering(status: number, body: string) {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

describe('a fault of the statement or its values is no absence of the database', () => {
  const faults: Record<string, () => Promise<unknown>> = {
    'a broken constraint': () => db.run(sql`INSERT INTO thing VALUES (2, 'one')`),
    'a wrong type': () => db.run(sql`INSERT INTO thing VALUES ('two', 'two')`),
    'a table that is not there': () => db.run(sql`SELECT * FROM nothing`),
    'a statement that is none': () => db.run(sql`SELEKT 1`),
    'a number that is none': () => db.run(sql`SELECT ${Number.NaN}`),
    'an answer that is too large': () => db.all(sql`SELECT hex(zeroblob(6000000)) AS x`),
    'a value that is too large': () => db.all(sql`SELECT zeroblob(2000000000)`),
    'a broken constraint in a batch': () =>
      db.batch([db.run(sql`SELECT 1`), db.run(sql`INSERT INTO thing VALUES (2, 'one')`)] as never),
  }
  for (const [name, work] of Object.entries(faults)) {
    it(name, async () => {
      const error = await failureOf(work())
      expect(isDatabaseUnavailable(error), String(error)).toBe(false)
      expect(toProblem(error).status).toBe(500)
      // It says nothing about the next one.
      expect(await db.all(sql`SELECT name FROM thing`)).toHaveLength(1)
    })
  }

  it('and a unique value that is taken is told as such', async () => {
    const error = await failureOf(db.run(sql`INSERT INTO thing VALUES (2, 'one')`))
    expect(isUniqueViolation(error)).toBe(true)
  })

  for (const status of [400, 401, 404, 500]) {
    it(`a server that answers ${status}`, async () => {
      const server = await answering(status, 'no')
      const other = connectWeb({ url: server.url, authToken: undefined })
      const error = await failureOf(other.run(sql`SELECT 1`))
      expect(isDatabaseUnavailable(error), String(error)).toBe(false)
      await server.stop()
    })
  }
})

describe('a database that cannot be asked is unavailable', () => {
  const clients: Record<string, (url: string) => Database> = {
    'from a Worker': (url) => connectWeb({ url, authToken: undefined }),
    'from a command': (url) => connectNode({ url }).db,
  }
  for (const [name, connect] of Object.entries(clients)) {
    it(`nobody listens, ${name}, alone and in a batch`, async () => {
      const nobody = `http://127.0.0.1:${await freePort()}`
      for (const work of [
        (to: Database) => to.run(sql`SELECT 1`),
        (to: Database) => to.all(sql`SELECT 1`),
        (to: Database) => to.batch([to.run(sql`SELECT 1`)] as never),
      ]) {
        const error = await failureOf(work(connect(nobody)))
        expect(isDatabaseUnavailable(error), String(error)).toBe(true)
        expect(toProblem(error)).toMatchObject({ status: 503, code: 'unavailable' })
      }
    })
  }

  for (const status of [429, 502, 503, 504]) {
    it(`a server that answers ${status}`, async () => {
      const server = await answering(status, 'later')
      for (const connect of [
        () => connectWeb({ url: server.url, authToken: undefined }),
        () => connectNode({ url: server.url }).db,
      ]) {
        expect(isDatabaseUnavailable(await failureOf(connect().run(sql`SELECT 1`)))).toBe(true)
      }
      await server.stop()
    })
  }

  it('somebody else writes and does not end', async () => {
    const file = `file:${join(folder, 'locked.db')}`
    const [one, other] = [createClient({ url: file }), connectNode({ url: file })]
    await one.execute('CREATE TABLE thing (id INTEGER)')
    const writing = await one.transaction('write')
    const error = await failureOf(other.db.run(sql`INSERT INTO thing VALUES (1)`))
    expect(isDatabaseUnavailable(error), String(error)).toBe(true)
    writing.close()
    one.close()
    other.close()
  })
})
