import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { SITE_KINDS } from '../../worker/domain/standing/types.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'

/** Kinds of place: growing areas and packing houses now; ponds, forest lots and barns are rows, not code. */
export const siteKind = sqliteTable('site_kind', {
  id: text().primaryKey(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  nameZh: text().notNull(),
  /** Which slot of a label its codes fill. */
  labelSlot: text({ enum: SITE_KINDS }).notNull(),
  /** What is asked of such a place beside the common columns: [{id,type,unit,name:{vi,en,zh}}], kept in `site.details`. */
  fields: text({ mode: 'json' }),
})

/** One place with one holder. It may carry many codes, one or more per market. */
export const site = sqliteTable(
  'site',
  {
    id: id(),
    kind: idOf(() => siteKind.id),
    organisationId: idOf(() => organisation.id),
    name: text().notNull(),
    nameFolded: text().notNull(),
    hamlet: text(),
    communeCode: text(),
    communeName: text(),
    provinceCode: text(),
    provinceName: text(),
    /** As written on papers from before 2025-07-01; districts exist only as history. */
    formerDistrict: text(),
    areaHa: real(),
    capacityTPerDay: real(),
    householdCount: integer(),
    waterSource: text(),
    /** Who speaks for the place and how to reach them; never public. */
    representative: text(),
    phone: text(),
    /** A point of the place, WGS84, for maps; the public sees it to two decimals. */
    lat: real(),
    lng: real(),
    /** Values of the kind's own fields by their id. */
    details: text({ mode: 'json' }),
    /** Counts changes, so that of two who edit at once one is told. */
    version: integer().notNull().default(1),
    /** Entered by mistake and taken back; it leaves the lists and stays readable. */
    withdrawnAt: instant(),
    externalId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('site_organisation').on(t.organisationId),
    index('site_name').on(t.nameFolded),
    index('site_place').on(t.provinceCode, t.communeCode),
    // The list by area and by when a place was added; by name it goes by `site_name`.
    index('site_by_area').on(sql`coalesce(area_ha, 0)`, t.id),
    index('site_newest').on(t.createdAt, t.id),
    // Places without a boundary in a part of the map.
    index('site_point').on(t.lng, t.lat),
  ],
)

/** Crops of a site with the area planted to each: intercropping makes it differ from the site's area. */
export const siteCrop = sqliteTable(
  'site_crop',
  {
    siteId: idOf(() => site.id),
    crop: text().notNull(),
    cropFolded: text().notNull(),
    variety: text(),
    plantedAreaHa: real(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.cropFolded] }),
    index('site_crop_crop').on(t.cropFolded),
  ],
)

/**
 * Boundaries of a place as handed in, newest counting. The file's own area is never trusted:
 * `areaHa` is computed from the polygon. Exact lines are for officers and the holder alone.
 */
export const siteBoundary = sqliteTable(
  'site_boundary',
  {
    id: id(),
    siteId: idOf(() => site.id),
    /** GeoJSON Polygon or MultiPolygon, WGS84, at most six decimals. */
    geojson: text().notNull(),
    areaHa: real().notNull(),
    minLng: real().notNull(),
    minLat: real().notNull(),
    maxLng: real().notNull(),
    maxLat: real().notNull(),
    source: text({ enum: ['kml', 'geojson', 'typed'] }).notNull(),
    fileName: text(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [
    index('site_boundary_site').on(t.siteId, t.recordedAt),
    index('site_boundary_box').on(t.minLng, t.maxLng),
  ],
)

/** Households that farm a growing area. Private: officers of the place and the holder see them. */
export const siteHousehold = sqliteTable(
  'site_household',
  {
    id: id(),
    siteId: idOf(() => site.id),
    /** Order in the list; pages go on after it. */
    position: integer().notNull(),
    name: text().notNull(),
    nameFolded: text().notNull(),
    phone: text(),
    plot: text(),
    areaHa: real(),
    treeCount: integer(),
    externalId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('site_household_position').on(t.siteId, t.position),
    // The same household on the lists of two sites.
    index('site_household_name').on(t.nameFolded),
  ],
)

/** Land parcel identifiers of a place (Resolution 36/2026/NQ-CP files by them). Never public. */
export const siteParcel = sqliteTable(
  'site_parcel',
  {
    siteId: idOf(() => site.id),
    parcelId: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.siteId, t.parcelId] }),
    index('site_parcel_parcel').on(t.parcelId),
  ],
)

/** What a packing house does to the goods: washing, hot water, vapour heat, irradiation, cold. */
export const siteTreatment = sqliteTable(
  'site_treatment',
  {
    siteId: idOf(() => site.id),
    treatment: text().notNull(),
    /** Treatment facility code (TFC) where an importing country gives one. */
    facilityCode: text(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.treatment] })],
)

/**
 * Growing areas a packing house buys from, each with the period of its contract. Confirmed by the
 * growing area's holder it is the authorisation by which the packing house's holder uses its codes.
 */
export const siteLink = sqliteTable(
  'site_link',
  {
    id: id(),
    packingHouseId: idOf(() => site.id),
    growingAreaId: idOf(() => site.id),
    contractNo: text(),
    fromOn: calendarDate().notNull(),
    /** Last day of the contract; null while it has no end. */
    toOn: calendarDate(),
    /**
     * The most that may be packed under the growing area's codes by it, in kilograms; null for no
     * limit.
     */
    quantityKg: real(),
    /** Destinations it is limited to; none named: every one. */
    markets: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    endedAt: instant(),
    /**
     * When the packing house's holder agreed to it, and who said so; an officer's word stands for
     * both sides. The growing area's holder likewise. A side that has not agreed lends no code.
     */
    houseConfirmedAt: instant(),
    houseConfirmedBy: text(),
    areaConfirmedAt: instant(),
    areaConfirmedBy: text(),
  },
  (t) => [
    index('site_link_house').on(t.packingHouseId),
    index('site_link_area').on(t.growingAreaId),
  ],
)

/** A paper kept with a place or a code: land-use certificate, GAP certificate, contract, minutes. */
export const attachment = sqliteTable(
  'attachment',
  {
    id: id(),
    entity: text({
      enum: ['site', 'code', 'code_status_event', 'certification', 'batch'],
    }).notNull(),
    entityId: text().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    /** Where the file store keeps it. */
    storeKey: text().notNull(),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    /** Taken out of the lists; the file stays. */
    withdrawnAt: instant(),
  },
  (t) => [index('attachment_entity').on(t.entity, t.entityId)],
)
