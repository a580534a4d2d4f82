import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { connectNode } from '../../../db/client-node.ts'
import { isIllFormedText, isUniqueViolation } from '../../../db/errors.ts'
import { toProblem } from '../../../worker/http/to-problem.ts'
import { emptyServer } from '../../support/server.ts'

// Only a server gives up over a text; the library for files ends the whole process.
let url: string
let db: Database

beforeAll(async () => {
  const server = await emptyServer()
  url = server.url
  db = server.connect()
  await db.run(
    sql`CREATE TABLE kept (id INTEGER PRIMARY KEY, name TEXT, file BLOB, size REAL) STRICT`,
  )
})

beforeEach(() => db.run(sql`DELETE FROM kept`))

const WRONG = sql.raw(`CAST(x'61eda08062' AS TEXT)`)
const hexes = () => db.all<{ hex: string }>(sql`SELECT hex(name) AS hex FROM kept`)

it.each(['x\ud83dy', '\udc00', 'a\u0000b'])('refuses %j as input that is wrong', async (text) => {
  const node = connectNode({ url })
  for (const each of [db, node.db]) {
    const single = await each.run(sql`INSERT INTO kept (name) VALUES (${text})`).then(
      () => null,
      (error: unknown) => error,
    )
    const inBatch = await each
      .batch([each.run(sql`INSERT INTO kept (name) VALUES (${text})`)])
      .then(
        () => null,
        (error: unknown) => error,
      )
    for (const error of [single, inBatch]) {
      expect(isIllFormedText(error)).toBe(true)
      expect(toProblem(error)).toMatchObject({ code: 'invalid_input', status: 400 })
    }
  }
  node.close()
  expect(await hexes()).toEqual([])
})

it('stores no half of a pair out of JSON, and leaves whole pairs and what is no JSON alone', async () => {
  const list = JSON.stringify(['x\ud83dy', 'a\u0000b', '\\ud83d', 'đôi 😀'])
  const escaped = '["\\ud83d\\ude00"]'
  for (const json of [list, escaped]) {
    await db.run(sql`INSERT INTO kept (name) SELECT value FROM json_each(${json})`)
  }
  await db.run(sql`INSERT INTO kept (name) VALUES (${'[viết \\ud83d'})`)
  const rows = await db.all<{ name: string }>(sql`SELECT name FROM kept ORDER BY id`)
  expect(rows.map(({ name }) => name)).toEqual([
    'x\ufffdy',
    'a\ufffdb',
    '\\ud83d',
    'đôi 😀',
    '😀',
    '[viết \\ud83d',
  ])
})

it('lets any text either in as it is, or not at all', async () => {
  const texts = fc.array(fc.string({ unit: 'binary' }).map(halved), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(texts, fc.boolean(), async (given, asJson) => {
      await db.run(sql`DELETE FROM kept`)
      const insert = asJson
        ? [sql`INSERT INTO kept (name) SELECT value FROM json_each(${JSON.stringify(given)})`]
        : given.map((text) => sql`INSERT INTO kept (name) VALUES (${text})`)
      for (const each of insert) {
        await db.run(each).catch((error: unknown) => expect(isIllFormedText(error)).toBe(true))
      }
      for (const { hex } of await hexes()) {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
          Buffer.from(hex, 'hex'),
        )
        const isKnown = given.some(
          (one) => (asJson ? one.toWellFormed().replaceAll('\0', '\ufffd') : one) === text,
        )
        expect(isKnown).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

it('asks for a text that is nowhere and finds nothing', async () => {
  await db.run(sql`INSERT INTO kept (name) VALUES ('x')`)
  for (const text of ['x\ud83d', 'x\u0000']) {
    expect(await db.all(sql`SELECT id FROM kept WHERE name = ${text}`)).toEqual([])
  }
})

it('reads a text that is no UTF-8 as people would, in its place among the others', async () => {
  await db.run(sql`INSERT INTO kept VALUES (1, 'một', x'00ff', 1.5), (2, ${WRONG}, NULL, 2),
    (3, CAST(x'c3' AS TEXT), x'eda080', NULL), (4, NULL, NULL, 4)`)
  const rows = await db.all(sql`SELECT id, name, name AS again, file, size FROM kept
    WHERE id < ${9} ORDER BY id DESC; `)
  expect(rows).toMatchObject([
    { id: 4, name: null, again: null, size: 4 },
    { id: 3, name: '\ufffd', again: '\ufffd', size: null },
    { id: 2, name: 'a\ufffdb', again: 'a\ufffdb', size: 2 },
    { id: 1, name: 'một', again: 'một', size: 1.5 },
  ])
  expect(Object.keys(rows[0] as object)).toEqual(['id', 'name', 'again', 'file', 'size'])
  const files = (rows as { file: ArrayBuffer | null }[]).map(({ file }) =>
    file === null ? null : [...new Uint8Array(file)],
  )
  expect(files).toEqual([null, [0xed, 0xa0, 0x80], null, [0, 0xff]])
  const [first, second] = await db.values(sql`SELECT a.name, b.name FROM kept a, kept b
    WHERE a.id = 2 AND b.id IN (1, 2) ORDER BY b.id`)
  expect(Array.from(first as ArrayLike<unknown>)).toEqual(['a\ufffdb', 'một'])
  expect(Array.from(second as ArrayLike<unknown>)).toEqual(['a\ufffdb', 'a\ufffdb'])
  const grouped = sql`WITH named AS (SELECT name FROM kept ORDER BY id)
    SELECT json_group_array(name) AS names FROM named`
  const [json] = await db.all<{ names: string }>(grouped)
  expect(JSON.parse(json?.names ?? '')).toEqual(['một', 'a\ufffdb', '\ufffd', null])
})

it('does a batch that reads such a text once, whole, and one that is refused not at all', async () => {
  await db.run(sql`INSERT INTO kept (id, name, size) VALUES (2, ${WRONG}, 0)`)
  const more = () => db.run(sql`UPDATE kept SET size = size + 1`)
  const [, read, other] = await db.batch([
    more(),
    db.all(sql`SELECT name, size FROM kept`),
    db.all(sql`SELECT id FROM kept`),
  ])
  expect([read, other]).toEqual([[{ name: 'a\ufffdb', size: 1 }], [{ id: 2 }]])
  const refused = await db
    .batch([
      more(),
      db.all(sql`SELECT name FROM kept`),
      db.run(sql`INSERT INTO kept (id) VALUES (2)`),
    ])
    .then(
      () => null,
      (error: unknown) => error,
    )
  expect(isUniqueViolation(refused)).toBe(true)
  expect(await db.all(sql`SELECT size FROM kept`)).toEqual([{ size: 1 }])
})

it('asks a statement that fails for another reason once', async () => {
  await expect(db.all(sql`SELECT nothing FROM kept`)).rejects.toThrow()
  await expect(db.run(sql`WITH x AS (SELECT 1) INSERT INTO kept (id) SELECT 'a'`)).rejects.toThrow()
})

function halved(text: string): string {
  return text.length % 3 === 0 ? `${text.slice(1)}\ud83d` : text
}
