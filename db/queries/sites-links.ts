import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { code, site, siteLink } from '../schema/index.ts'
import { maybe, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { standsWith } from './row-guards.ts'
import { readOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

export type LinkRow = typeof siteLink.$inferSelect

/** The sides of a contract, by the place each stands for. */
export type LinkSide = 'house' | 'area'

export const readLink = readOf(siteLink, siteLink.id)

/** Holds while no other contract of the two covers a day of this one. */
export function hasNoOtherLink(
  link: Pick<LinkRow, 'packingHouseId' | 'growingAreaId' | 'fromOn' | 'toOn'>,
) {
  return sql`NOT EXISTS (SELECT 1 FROM site_link l
    WHERE l.packing_house_id = ${link.packingHouseId} AND l.growing_area_id = ${link.growingAreaId}
      AND (l.to_on IS NULL OR l.to_on >= ${link.fromOn})
      AND (${link.toOn} IS NULL OR l.from_on <= ${link.toOn}))`
}

/** Notes that a side agreed; one that had agreed before keeps its first word. */
export function confirmLinkStatement(
  db: Database,
  input: {
    readonly id: string
    readonly side: LinkSide
    readonly at: number
    readonly actor: string
  },
): Statement {
  const { id, side, at, actor } = input
  return side === 'house'
    ? db.run(sql`UPDATE site_link SET house_confirmed_at = ${at}, house_confirmed_by = ${actor}
        WHERE id = ${id} AND house_confirmed_at IS NULL`)
    : db.run(sql`UPDATE site_link SET area_confirmed_at = ${at}, area_confirmed_by = ${actor}
        WHERE id = ${id} AND area_confirmed_at IS NULL`)
}

export const linkRuns = standsWith(siteLink, { endedAt: null })

const CANDIDATE = {
  ...pick(site, 'id', 'communeName'),
  code: maybe(
    text(sql`(SELECT c.code FROM code c
      WHERE c.site_id = ${site.id} AND c.withdrawn_at IS NULL LIMIT 1)`),
  ),
}

export type LinkCandidate = RowOf<typeof CANDIDATE> & {
  /** Null for a place the actor may not see: such a one is known by its code alone. */
  readonly name: string | null
}

/**
 * Places that a text may mean as the other side of a contract: by code anyone's, for codes are
 * public; by name only those the actor may see.
 */
export async function findLinkCandidates(
  db: Database,
  input: {
    readonly labelSlot: string
    readonly searchKey: string
    readonly nameFolded: string
    readonly bounds: Bounds
  },
): Promise<LinkCandidate[]> {
  const { bounds } = input
  const within = withinBounds(bounds, 'site')
  const ofSlot = sql`${site.withdrawnAt} IS NULL
    AND ${site.kind} IN (SELECT id FROM site_kind WHERE label_slot = ${input.labelSlot})`
  const [byCode, byName] = await db.batch([
    db
      .select({ ...CANDIDATE, name: maybe(text(sql`CASE WHEN ${within} THEN ${site.name} END`)) })
      .from(code)
      .innerJoin(site, eq(site.id, code.siteId))
      .where(and(eq(code.searchKey, input.searchKey), isNull(code.withdrawnAt), ofSlot))
      .limit(10),
    db
      .select({ ...CANDIDATE, name: site.name })
      .from(site)
      .where(
        sql`${site.nameFolded} >= ${input.nameFolded}
          AND ${site.nameFolded} < ${`${input.nameFolded}\u{10ffff}`} AND ${ofSlot} AND ${within}`,
      )
      .orderBy(site.nameFolded)
      .limit(10),
  ])
  return byCode.length > 0 ? byCode : byName
}
