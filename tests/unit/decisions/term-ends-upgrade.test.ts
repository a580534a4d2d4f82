import { readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { expect, it } from 'vitest'

const folder = new URL('../../../db/migrations/', import.meta.url)
const UPGRADE = '0012_decision_ends_term'

const statementsOf = (tag: string) =>
  readFileSync(new URL(`${tag}.sql`, folder), 'utf8').split('--> statement-breakpoint')

it('knows the ends of terms that earlier versions recorded, and decisions stay append-only', async () => {
  const journal = readFileSync(new URL('meta/_journal.json', folder), 'utf8')
  const { entries } = JSON.parse(journal) as { entries: { tag: string }[] }
  const tags = entries.map(({ tag }) => tag)
  const client = createClient({ url: ':memory:' })
  for (const tag of tags.slice(0, tags.indexOf(UPGRADE))) {
    for (const statement of statementsOf(tag)) await client.execute(statement)
  }
  await client.execute('PRAGMA foreign_keys = OFF')
  const kept = (id: string, reason: string | null, reasonCode: string | null) =>
    client.execute({
      sql: `INSERT INTO code_status_event (id, code_id, market, status, effective_on, recorded_at,
        reason, reason_code, actor) VALUES (?, 'c', 'CHN', 'expired', '2026-01-01', 1, ?, ?, 'x')`,
      args: [id, reason, reasonCode],
    })
  const sentence = 'Hết thời hạn ghi trong danh sách.'
  await kept('list', sentence, null)
  await kept('grant', sentence, 'validity_ended')
  await kept('said_again', sentence, 'import_undone')
  await kept('officer', 'Hết thời hạn', 'validity_ended')
  await kept('none', null, null)
  for (const statement of statementsOf(UPGRADE)) await client.execute(statement)
  const { rows } = await client.execute('SELECT id, ends_term AS endsTerm FROM counted_decision')
  expect(Object.fromEntries(rows.map(({ id, endsTerm }) => [id, endsTerm]))).toEqual({
    ...{ list: 1, grant: 1, said_again: 1, officer: 0, none: 0 },
  })
  const change = client.execute(`UPDATE code_status_event SET ends_term = 0 WHERE id = 'list'`)
  await expect(change).rejects.toThrow('append-only')
  client.close()
})
