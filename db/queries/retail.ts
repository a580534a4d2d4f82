import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { organisation, retailItem, retailVisit } from '../schema/index.ts'
import { maybe, number, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { insertRows } from './insert-rows.ts'
import { liesWithin } from './lies-within.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

export type RetailVisitRow = typeof retailVisit.$inferSelect
export type RetailItemRow = typeof retailItem.$inferSelect

/** Visits whose sums are made, at most: of the newest. */
const MOST_SUMMED = 20_000
const MOST_GROUPS = 500
const MOST_ITEMS_OF_ONE = 100

const COUNTS = {
  seen: number(sql`count(i.position)`),
  withQr: number(sql`coalesce(sum(i.qr_present), 0)`),
  genuine: number(sql`coalesce(sum(i.verdict = 'genuine'), 0)`),
  forged: number(sql`coalesce(sum(i.verdict = 'forged'), 0)`),
  complete: number(sql`coalesce(sum(i.data_complete), 0)`),
}

/** Visits within a place, newest first, each with what was counted. */
export function listVisits(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly after: { readonly visitedOn: string; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, after, limit } = asked
  const older = isBefore('v', ['visitedOn', 'id'], after)
  return rowsOf(
    db,
    {
      id: text(sql`v.id`),
      ...pick(retailVisit, 'kind', 'shop', 'communeName', 'visitedOn', 'actor'),
      actorName: personName(sql`v.actor`),
      ...COUNTS,
    },
    sql`(SELECT * FROM retail_visit v WHERE ${within(bounds)} AND ${older}
        ORDER BY v.visited_on DESC, v.id DESC LIMIT ${limit}) v
      JOIN retail_visit ON retail_visit.id = v.id
      LEFT JOIN retail_item i ON i.visit_id = v.id
      GROUP BY v.id ORDER BY v.visited_on DESC, v.id DESC`,
  )
}

/** What was counted at each shop, or in each commune, over the newest visits within a place. */
export function sumVisits(
  db: Database,
  asked: { readonly bounds: Bounds; readonly by: 'shop' | 'commune' },
) {
  const { bounds, by } = asked
  const [group, name] =
    by === 'shop'
      ? [sql`v.shop_folded, v.commune_code`, sql`max(v.shop)`]
      : [sql`v.province_code, v.commune_code`, sql`max(v.commune_name)`]
  return rowsOf(
    db,
    {
      name: maybe(text(name)),
      commune: maybe(text(sql`max(v.commune_name)`)),
      visits: number(sql`count(DISTINCT v.id)`),
      lastOn: text(sql`max(v.visited_on)`),
      ...COUNTS,
    },
    sql`(SELECT * FROM retail_visit v WHERE ${within(bounds)}
        ORDER BY v.visited_on DESC, v.id DESC LIMIT ${MOST_SUMMED}) v
      LEFT JOIN retail_item i ON i.visit_id = v.id
      GROUP BY ${group} ORDER BY max(v.visited_on) DESC, ${name} LIMIT ${MOST_GROUPS}`,
  )
}

export async function readVisit(db: Database, id: string) {
  const [visit, items] = await Promise.all([
    firstOf(
      db
        .select({
          ...getTableColumns(retailVisit),
          authority: organisation.name,
          actorName: personName(retailVisit.actor),
        })
        .from(retailVisit)
        .leftJoin(organisation, eq(organisation.id, retailVisit.authorityId))
        .where(eq(retailVisit.id, id))
        .limit(1),
    ),
    db
      .select()
      .from(retailItem)
      .where(eq(retailItem.visitId, id))
      .orderBy(retailItem.position)
      .limit(MOST_ITEMS_OF_ONE),
  ])
  return visit === null ? null : { visit, items }
}

/** Products seen within a place, a page of visits at a time, as a list on paper has them. */
export function listSeen(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly after: { readonly visitedOn: string; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, after, limit } = asked
  const { visitedOn, id } = retailVisit
  const there = liesWithin(retailVisit, bounds)
  const page = db
    .select({ id: retailVisit.id })
    .from(retailVisit)
    .where(and(there, isBefore(retailVisit, ['visitedOn', 'id'], after)))
    .orderBy(desc(visitedOn), desc(id))
    .limit(limit)
  return db
    .select({ visit: retailVisit, item: retailItem, authority: organisation.name })
    .from(retailVisit)
    .leftJoin(organisation, eq(organisation.id, retailVisit.authorityId))
    .innerJoin(retailItem, eq(retailItem.visitId, retailVisit.id))
    .where(sql`${retailVisit.id} IN ${page}`)
    .orderBy(desc(visitedOn), desc(id), retailItem.position)
}

export function insertVisit(
  db: Database,
  row: RetailVisitRow,
  items: readonly RetailItemRow[],
): Statement[] {
  return [db.insert(retailVisit).values(row), insertRows(db, retailItem, items)]
}

function within(bounds: Bounds): SQL {
  if (bounds?.kind !== 'place') return sql`true`
  const { provinceCode, communeCode } = bounds
  const inProvince = sql`v.province_code = ${provinceCode}`
  return communeCode === null ? inProvince : sql`${inProvince} AND v.commune_code = ${communeCode}`
}
