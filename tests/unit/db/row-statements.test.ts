import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { isStill, standsWith } from '../../../db/queries/row-guards.ts'
import {
  changeOf,
  deleteOf,
  insertPartOf,
  readOf,
  setOf,
  updateOf,
} from '../../../db/queries/row-statements.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { site, siteCrop } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeSite } from '../../support/factories.ts'

const { db } = await freshDatabase()
const ctx = makeContext(db)
const read = readOf(site, site.id)

const run = (...statements: Statement[]) => runBatch(db, statements)
const holds = (condition: Parameters<typeof guardStatement>[1]) =>
  run(guardStatement(db, condition)).then(
    () => true,
    (error: unknown) => {
      if (isGuardRefusal(error)) return false
      throw error
    },
  )

it('sets the columns that are named, or given, and no others', async () => {
  const { id } = await makeSite(ctx)
  const before = await read(db, id)
  const named = { id, hamlet: 'Ấp Một', name: 'not asked' }
  await run(setOf(site, 'hamlet')(db, named), updateOf(site)(db, { id, areaHa: 4.5 }))
  expect(await read(db, id)).toEqual({ ...before, hamlet: 'Ấp Một', areaHa: 4.5 })
})

it('counts the version on with a change, so that whoever read it before is told', async () => {
  const { id } = await makeSite(ctx)
  const isAsSeen = isStill(site, 'version')
  const before = await read(db, id)
  if (before === null) throw new Error('no site')
  expect(await holds(isAsSeen(before))).toBe(true)
  await run(changeOf(site)(db, { id, set: { hamlet: 'Ấp Hai' } }))
  expect(await read(db, id)).toEqual({ ...before, hamlet: 'Ấp Hai', version: before.version + 1 })
  expect(await holds(isAsSeen(before))).toBe(false)
})

it('knows a row that stands with such values, null among them, and none that is not there', async () => {
  const { id } = await makeSite(ctx)
  const stands = standsWith(site, { withdrawnAt: null, kind: 'growing_area' })
  expect(await holds(stands(id))).toBe(true)
  expect(await holds(stands('nobody'))).toBe(false)
  await run(updateOf(site)(db, { id, withdrawnAt: 5 }))
  expect(await holds(stands(id))).toBe(false)
})

it('adds what is said and takes away what goes by a value', async () => {
  const { id: siteId } = await makeSite(ctx)
  const ofSite = () => db.select().from(siteCrop).where(eq(siteCrop.siteId, siteId))
  const added = { siteId, crop: 'Chè', cropFolded: 'che' }
  await run(deleteOf(siteCrop, siteCrop.siteId)(db, siteId), insertPartOf(siteCrop)(db, added))
  expect(await ofSite()).toEqual([{ ...added, variety: null, plantedAreaHa: null }])
  await run(deleteOf(siteCrop, siteCrop.siteId)(db, siteId))
  expect(await ofSite()).toEqual([])
})
