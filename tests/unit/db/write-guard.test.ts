import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { freshDatabase } from '../../support/database.ts'
import { freshServer } from '../../support/server.ts'

const databases = new Map<string, Database>()

beforeAll(async () => {
  databases.set('a server', (await freshServer()).connect())
  databases.set('a file', (await freshDatabase()).db)
  for (const db of databases.values()) await db.run(sql`CREATE TABLE deed (n INTEGER) STRICT`)
})

const countIn = async (db: Database, table: string) =>
  (await db.all<{ n: number }>(sql.raw(`SELECT count(*) AS n FROM ${table}`)))[0]?.n

describe.each(['a server', 'a file'])('a guard, on %s', (name) => {
  const database = () => databases.get(name) as Database

  it('lets a batch through where it holds, and keeps nothing itself', async () => {
    const db = database()
    const before = (await countIn(db, 'deed')) ?? 0
    const holds = sql`NOT EXISTS (SELECT 1 FROM deed WHERE n = 99)`
    await runBatch(db, [guardStatement(db, holds), db.run(sql`INSERT INTO deed VALUES (1)`)])
    expect(await countIn(db, 'deed')).toBe(before + 1)
    expect(await countIn(db, 'write_guard')).toBe(0)
  })

  it.each(['0', 'NULL', '2', 'EXISTS (SELECT 1 FROM deed WHERE n = 99)'])(
    'undoes the whole batch where it is %s, and says that it was the guard',
    async (condition) => {
      const db = database()
      const before = await countIn(db, 'deed')
      const failed = await runBatch(db, [
        db.run(sql`INSERT INTO deed VALUES (2)`),
        guardStatement(db, sql.raw(condition)),
      ]).catch((error: unknown) => error)
      expect(isGuardRefusal(failed)).toBe(true)
      expect(await countIn(db, 'deed')).toBe(before)
      expect(await countIn(db, 'write_guard')).toBe(0)
    },
  )

  it('is not taken for any other failure', async () => {
    const db = database()
    const failed = await runBatch(db, [
      guardStatement(db, sql`1`),
      db.run(sql`INSERT INTO deed VALUES ('x')`),
    ]).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Error)
    expect(isGuardRefusal(failed)).toBe(false)
  })
})
