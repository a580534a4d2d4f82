import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { OutlineQuestion } from '../../worker/domain/sites/outline-question.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import { decidesOn } from './deciding-decision.ts'
import { withinBounds } from './within-bounds.ts'

/** Which coded places are meant; null leaves a question open. */
export type MapFilter = {
  readonly bounds: Bounds
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly cropFolded: string | null
  /** With a code decided on for this market. */
  readonly market: string | null
  /** With a code of this status on the day, in the market where one is named. */
  readonly status: CodeStatus | null
  readonly outline: OutlineQuestion | null
}

/** All of them. */
export const EVERY_PLACE: MapFilter = {
  ...{ bounds: null, provinceCode: null, communeCode: null, cropFolded: null },
  ...{ market: null, status: null, outline: null },
}

/** The day whose statuses are told. */
export type OfDay = { readonly day: string }

/** Pairs of areas that one list looks at, at most. */
const MAX_PAIRS = 5_000

/** Holds for a place `s` that carries a code and fits. */
export function isMapped(filter: MapFilter & OfDay): SQL {
  const { bounds, provinceCode, communeCode, cropFolded } = filter
  const asked: SQL[] = [
    withinBounds(bounds, 's'),
    sql`s.withdrawn_at IS NULL`,
    sql`EXISTS (SELECT 1 FROM code c WHERE c.site_id = s.id AND c.withdrawn_at IS NULL)`,
  ]
  if (provinceCode !== null) asked.push(sql`s.province_code = ${provinceCode}`)
  if (communeCode !== null) asked.push(sql`s.commune_code = ${communeCode}`)
  if (cropFolded !== null) {
    asked.push(sql`EXISTS (SELECT 1 FROM site_crop x
      WHERE x.site_id = s.id AND x.crop_folded = ${cropFolded})`)
  }
  if (filter.market !== null || filter.status !== null) asked.push(isDecided(filter))
  if (filter.outline === 'missing') asked.push(sql`NOT ${isOutlined()}`)
  if (filter.outline === 'overlapping') asked.push(overlaps())
  return sql.join(asked, sql` AND `)
}

/** Holds for a place `s` whose boundary was handed in. */
export function isOutlined(): SQL {
  return sql`EXISTS (SELECT 1 FROM site_boundary b WHERE b.site_id = s.id)`
}

function isDecided({ market, status, day }: MapFilter & OfDay): SQL {
  const ofMarket = market === null ? sql`true` : sql`e.market = ${market}`
  const ofStatus = status === null ? sql`true` : sql`e.status = ${status}`
  return sql`EXISTS (SELECT 1 ${decidingOfPlace(day)} AND ${ofMarket} AND ${ofStatus})`
}

/** `FROM … WHERE …`: decisions `e` that say what the codes of a place `s` are on a day. */
export function decidingOfPlace(day: string): SQL {
  return sql`FROM code c JOIN counted_decision e ON e.code_id = c.id
    WHERE c.site_id = s.id AND c.withdrawn_at IS NULL AND e.effective_on <= ${day}
      AND ${decidesOn(sql`e`, sql`${day}`)}`
}

/** Holds for a place of a pair that stands open among the patterns; a pair is named `one+other`. */
function overlaps(): SQL {
  const pairs = sql`(SELECT subject_id, instr(subject_id, '+') AS at FROM pattern_finding
    WHERE kind = 'overlapping_areas' AND state = 'open' ORDER BY changed_at DESC LIMIT ${MAX_PAIRS})`
  return sql`s.id IN (SELECT substr(subject_id, 1, at - 1) FROM ${pairs}
    UNION SELECT substr(subject_id, at + 1) FROM ${pairs})`
}
