import {
  type KitHouseholdRow,
  type KitLastRow,
  type KitSiteRow,
  MOST_HOUSEHOLDS,
  MOST_SITES,
  readFieldKitRows,
} from '../../../db/queries/field-kit.ts'
import { readProductsInForce } from '../../../db/queries/protection.ts'
import { listOpenSeasons } from '../../../db/queries/seasons.ts'
import { isDiaryKind } from '../../copy/diary.ts'
import type { EntryKind } from '../../domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS, entryKindsAt } from '../../domain/diary/entry-kinds/entry-kinds.ts'
import type { FieldKit, KitLast, KitSite } from '../../domain/diary/field-kit.ts'
import { regionOfProvince } from '../../domain/diary/measures/region-of-province.ts'
import { AHEAD_DAYS } from '../../domain/monitoring/kinds.ts'
import { kitProducts } from '../../domain/protection/kit-product.ts'
import { kitSeason } from '../../domain/seasons/kit-season.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedLookup, Person } from '../context.ts'
import { mayDo, ownTarget, requireAny } from '../guard/authorise.ts'
import { readInspectionKit } from '../inspections/read-inspection-kit.ts'
import { visitsAhead } from '../monitoring/visits-ahead.ts'

const MOST_SEASONS = 500
const ALL_KINDS = Object.keys(ENTRY_KINDS) as EntryKind[]

/**
 * What somebody's device keeps to write a diary without a network: the places of the organisation they work
 * for, and nothing of others. Who writes no diary gets no place but those they inspect, and their visits.
 */
export async function readFieldKit(
  ctx: DatedLookup & { readonly actor: Person },
): Promise<FieldKit> {
  requireAny(ctx, 'portal.use')
  const { actor } = ctx
  const { organisationId } = actor
  const inspects = actor.role === 'inspector'
  const writes = mayDo(actor, 'diary.write', ownTarget({ actor }))
  const rows = writes
    ? await readFieldKitRows(ctx.db, { organisationId, kinds: ALL_KINDS })
    : { sites: [], households: [], last: [] }
  const [grown, inspection, visits] = await Promise.all([
    writes ? seasonsAndProducts(ctx, rows.sites) : {},
    readInspectionKit(ctx),
    inspects ? visitsAhead(ctx, { days: AHEAD_DAYS }) : null,
  ])
  const sites = rows.sites.slice(0, MOST_SITES)
  const households = Map.groupBy(rows.households.slice(0, MOST_HOUSEHOLDS), ({ siteId }) => siteId)
  const kit = sites.map((site) => toSite(site, households.get(site.id) ?? []))
  return {
    version: 1,
    serverNow: ctx.now(),
    account: { id: actor.userId, name: actor.name, role: actor.role },
    organisations: [{ id: organisationId, name: actor.organisationName }],
    sites: kit,
    ...grown,
    ...(visits === null ? {} : { visits }),
    ...(inspection === null ? {} : { inspection }),
    last: rows.last.flatMap(toLast),
    kinds: ALL_KINDS.filter((kind) => kit.some(({ kinds }) => kinds.includes(kind))),
    isCut: rows.sites.length > MOST_SITES || rows.households.length > MOST_HOUSEHOLDS,
  }
}

/** Open seasons, and what may be sprayed on the crops of these places today. */
async function seasonsAndProducts(
  { db, actor, now }: Parameters<typeof readFieldKit>[0],
  sites: readonly KitSiteRow[],
): Promise<Pick<FieldKit, 'seasons' | 'protectionProducts'>> {
  const { organisationId } = actor
  const [seasons, products] = await Promise.all([
    listOpenSeasons(db, { organisationId, limit: MOST_SEASONS }),
    readProductsInForce(db, vietnamDateOf(now())),
  ])
  const crops = [...seasons.map(({ crop }) => crop), ...sites.flatMap((site) => site.crops)]
  return {
    seasons: seasons.map(kitSeason),
    protectionProducts: kitProducts(products, [...new Set(crops)]),
  }
}

function toSite(row: KitSiteRow, households: readonly KitHouseholdRow[]): KitSite {
  return {
    id: row.id,
    organisationId: row.organisationId,
    name: row.name,
    code: row.code,
    kind: row.kind,
    kindName: { vi: row.nameVi, en: row.nameEn, zh: row.nameZh },
    crops: row.crops,
    areaHa: row.areaHa,
    commune: row.communeName,
    province: row.provinceName,
    region: regionOfProvince(row.provinceCode),
    kinds: entryKindsAt(row.kind),
    households: households.map(({ id, name, plot, areaHa }) => ({ id, name, plot, areaHa })),
  }
}

/** What is worth offering again. */
function toLast({ siteId, kind, occurredOn, entered, households }: KitLastRow): KitLast[] {
  if (!isDiaryKind(kind)) return []
  const remembered = ENTRY_KINDS[kind].fields.filter((field) => field.remembered)
  const values = remembered.flatMap(({ name }) => {
    const value = entered[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return [
    { siteId, kind, occurredOn, householdIds: households, values: Object.fromEntries(values) },
  ]
}
