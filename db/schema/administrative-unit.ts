import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { calendarDate, instant } from './columns.ts'

const unitLevel = () => text({ enum: ['province', 'commune'] })

/**
 * Provinces and communes. Numeric codes were reused on 2025-07-01 (91 was Kiên Giang and is
 * An Giang), so a unit is its code together with the day it came into force, never the code alone.
 */
export const administrativeUnit = sqliteTable(
  'administrative_unit',
  {
    code: text().notNull(),
    level: unitLevel().notNull(),
    name: text().notNull(),
    nameFolded: text().notNull(),
    parentCode: text(),
    validFrom: calendarDate().notNull(),
    /** First day it is no longer in force. */
    validTo: calendarDate(),
  },
  (t) => [
    primaryKey({ columns: [t.level, t.code, t.validFrom] }),
    index('administrative_unit_name').on(t.nameFolded, t.level),
    index('administrative_unit_parent').on(t.parentCode),
  ],
)

/**
 * Former communes and the commune each one became (Resolution 202/2025/QH15), and what later decrees
 * made of communes and provinces. Many to many. A row counts for a unit from the day that unit came
 * into force: where one ends, its rows are written again for what took its place, so one step always
 * leads to a unit of today. Rows of decrees are known by an id of level, old code, day and new code.
 */
export const administrativeSuccession = sqliteTable(
  'administrative_succession',
  {
    id: text().primaryKey(),
    oldCode: text(),
    oldName: text().notNull(),
    oldDistrictName: text(),
    oldProvinceName: text(),
    oldNameFolded: text().notNull(),
    newCode: text().notNull(),
    effectiveOn: calendarDate().notNull(),
  },
  (t) => [
    index('administrative_succession_old').on(t.oldNameFolded),
    index('administrative_succession_new').on(t.newCode),
  ],
)

/**
 * Outlines of provinces and communes in force, loaded by the operator from an official GeoJSON: they
 * are too large to ship and change by decree. Without them a place is not held against its commune.
 */
export const administrativeBoundary = sqliteTable(
  'administrative_boundary',
  {
    level: unitLevel().notNull(),
    code: text().notNull(),
    /** GeoJSON Polygon or MultiPolygon, WGS84. */
    geojson: text().notNull(),
    source: text().notNull(),
    loadedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.code] })],
)
