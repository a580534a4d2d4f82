import { createClient } from '@libsql/client'
import Database from 'libsql'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { test } from 'vitest'
import { readSitePage } from '../../../db/queries/sites-page.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite } from '../../support/factories.ts'
const { db, file } = await freshDatabase()
const ctx = makeContext(db)
test('t', async () => {
    const { id } = await makeSite(ctx)
    await makeCode(ctx, { siteId: id })
    const rows = Array.from({ length: 1000 }, (_, i) => [nanoid(), i + 10000, `Hộ minh họa ${i}`])
    await db.run(sql`INSERT INTO site_household (id, site_id, position, name, name_folded, plot, area_ha, tree_count, created_at)
    SELECT value ->> 0, ${id}, value ->> 1, value ->> 2, 'ho', 'Thửa', 0.05, 20, 0 FROM json_each(${JSON.stringify(rows)})`)
  let captured: any
  await readSitePage({ all: (q: any) => { captured = q; return Promise.resolve([]) } } as any, { id, householdsAfter: 0 })
  const dialect = new SQLiteSyncDialect({ casing: 'snake_case' } as any)
  let t = performance.now()
  let q: any
  for (let i = 0; i < 500; i++) q = dialect.sqlToQuery(captured)
  console.log('page ms build', ((performance.now() - t) / 500).toFixed(3), q.sql.length)
  const raw = new (Database as any)(file)
  t = performance.now()
  let st: any
  for (let i = 0; i < 500; i++) st = raw.prepare(q.sql)
  console.log('page ms prepare', ((performance.now() - t) / 500).toFixed(3))
  t = performance.now()
  for (let i = 0; i < 500; i++) st.all(...q.params)
  console.log('page ms exec', ((performance.now() - t) / 500).toFixed(3))
  t = performance.now()
  for (let i = 0; i < 500; i++) raw.prepare('select * from site where id = ?').all(id)
  console.log('page ms one', ((performance.now() - t) / 500).toFixed(3))
  const parts: any = {
    cnt: `SELECT count(*) FROM (SELECT 1 FROM site_household WHERE site_id = '${id}' LIMIT 5000)`,
    hh: `SELECT json_group_array(json_array(id, name, plot, area_ha, tree_count, phone, position)) FROM (SELECT * FROM site_household WHERE site_id = '${id}' AND position > 0 ORDER BY position LIMIT 51)`,
  }
  for (const k of Object.keys(parts)) { const s = raw.prepare(parts[k]); t = performance.now(); for (let i = 0; i < 500; i++) s.all(); console.log('page ms', k, ((performance.now() - t) / 500).toFixed(3)) }
  const plan = raw.prepare('EXPLAIN QUERY PLAN ' + q.sql).all(...q.params)
  console.log(plan.map((r: any) => 'page ms ' + r.detail).join('\n'))
})
