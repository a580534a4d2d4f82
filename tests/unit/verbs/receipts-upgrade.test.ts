import { readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { expect, it } from 'vitest'
import { readReceipt } from '../../../db/queries/write-receipts.ts'

const folder = new URL('../../../db/migrations/', import.meta.url)
const UPGRADE = '0009_receipts_and_secrets'

const statementsOf = (tag: string) =>
  readFileSync(new URL(`${tag}.sql`, folder), 'utf8').split('--> statement-breakpoint')

it('keeps the answers that an earlier version gave, for those who ask again', async () => {
  const journal = readFileSync(new URL('meta/_journal.json', folder), 'utf8')
  const { entries } = JSON.parse(journal) as { entries: { tag: string }[] }
  const tags = entries.map(({ tag }) => tag)
  const client = createClient({ url: ':memory:' })
  for (const tag of tags.slice(0, tags.indexOf(UPGRADE))) {
    for (const statement of statementsOf(tag)) await client.execute(statement)
  }
  const kept = (key: string, status: number, response: unknown) =>
    client.execute({
      sql: 'INSERT INTO idempotency VALUES (?, ?, ?, ?, ?, ?)',
      args: ['token:t', key, 'hash', status, JSON.stringify(response), 1000],
    })
  const fallback = null
  await kept('issue', 201, { status: 201, body: { run: { id: 'r', ref: 'X' }, fallback } })
  await kept('void', 201, { status: 201, body: { id: 'e', from: 1, to: 2 } })
  await kept('cut-off', 0, '')
  for (const statement of statementsOf(UPGRADE)) await client.execute(statement)
  const db = drizzle(client, { casing: 'snake_case' })
  const read = (key: string) => readReceipt(db, { actor: 'token:t', key, since: 0 })
  expect(await read('issue')).toEqual({
    ...{ requestHash: 'hash', receipt: { run: { id: 'r', ref: 'X' }, fallback } },
  })
  expect(await read('void')).toMatchObject({ receipt: { id: 'e', from: 1, to: 2 } })
  expect(await read('cut-off')).toBeNull()
  client.close()
})
