import { sql } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { isAfter, isBefore } from '../../../db/queries/place-in-list.ts'
import { finding } from '../../../db/schema/index.ts'

const dialect = new SQLiteSyncDialect({ casing: 'snake_case' })

it('compares in the order of the columns, whatever the order of the values', () => {
  const place = { id: 'f', createdAt: 5 }
  const said = dialect.sqlToQuery(isBefore(finding, ['createdAt', 'id'], place))
  expect(said.sql).toBe('("finding"."created_at", "finding"."id") < (?, ?)')
  expect(said.params).toEqual([5, 'f'])
})

it('knows what goes by an alias, and all of it for the first page', () => {
  const place = { dueOn: '2026-05-01', id: 'v' }
  expect(dialect.sqlToQuery(isAfter('v', ['dueOn', 'id'], place)).sql).toBe(
    '(v.due_on, v.id) > (?, ?)',
  )
  expect(dialect.sqlToQuery(isBefore('v', ['dueOn', 'id'], null)).sql).toBe(
    dialect.sqlToQuery(sql`true`).sql,
  )
})
