import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { expect, expectTypeOf, it } from 'vitest'
import { flag, json, maybe, number, type RowOf, text } from '../../../db/queries/fields.ts'
import { firstOf } from '../../../db/queries/first-of.ts'
import { rowsOf } from '../../../db/queries/rows-of.ts'
import { organisation, site } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation, makeSite } from '../../support/factories.ts'

const { db } = await freshDatabase()
const ctx = makeContext(db)
const owner = alias(organisation, 'owner')

const FIELDS = {
  id: site.id,
  name: site.name,
  owner: owner.name,
  isDemo: owner.demo,
  areaHa: site.areaHa,
  missing: maybe(site.name),
  none: maybe(number(sql`NULL`)),
  folded: text(sql`lower(${site.name})`),
  hasCrop: flag(sql`EXISTS (SELECT 1 FROM site_crop x WHERE x.site_id = ${site.id})`),
  parts: json<{ id: string; names: string[] }>(
    sql`json_object('id', site.id, 'names', json_array(site.name))`,
  ),
}

type Row = RowOf<typeof FIELDS>

it('gives rows by name, of the types their fields say, in a batch as alone', async () => {
  const holder = await makeOrganisation(ctx, { name: 'Hợp tác xã Bình Minh' })
  const made = await makeSite(ctx, { organisationId: holder.id, name: 'Vùng A' })
  const source = sql`site JOIN organisation owner ON owner.id = site.organisation_id
    WHERE site.id = ${made.id}`
  const expected: Row = {
    id: made.id,
    name: 'Vùng A',
    owner: 'Hợp tác xã Bình Minh',
    isDemo: false,
    areaHa: null,
    missing: 'Vùng A',
    none: null,
    folded: 'vùng a',
    hasCrop: false,
    parts: { id: made.id, names: ['Vùng A'] },
  }
  expect(await rowsOf(db, FIELDS, source)).toEqual([expected])
  const [inBatch, name] = await db.batch([
    rowsOf(db, FIELDS, source),
    db.select({ name: site.name }).from(site).where(eq(site.id, made.id)),
  ])
  expect(inBatch).toEqual([expected])
  expect(name).toEqual([{ name: 'Vùng A' }])
  const row = await firstOf(rowsOf(db, FIELDS, source))
  expectTypeOf(row).toEqualTypeOf<{ -readonly [K in keyof Row]: Row[K] } | null>()
  expectTypeOf<Row['isDemo']>().toEqualTypeOf<boolean>()
  expectTypeOf<Row['none']>().toEqualTypeOf<number | null>()
  expect(await firstOf(rowsOf(db, FIELDS, sql`${source} AND false`))).toBeNull()
})

it('throws where the database gives something else than was declared', async () => {
  await expect(rowsOf(db, { n: number(sql`'one'`) }, sql`(SELECT 1)`)).rejects.toThrow(TypeError)
  await expect(rowsOf(db, { n: text(sql`1`) }, sql`(SELECT 1)`)).rejects.toThrow(TypeError)
})
