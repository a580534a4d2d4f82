import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { administrativeUnit, organisation } from '../schema/index.ts'
import { among } from './among.ts'
import { firstOf } from './first-of.ts'
import { rowOf } from './rows-of.ts'
import { unitName } from './unit-name.ts'

export type PlaceChoice = { readonly code: string; readonly name: string }

const CHOICE = { code: administrativeUnit.code, name: administrativeUnit.name }

/** The provinces in force, by name; 34 since July 2025. */
export function listProvinces(db: Database): Promise<PlaceChoice[]> {
  return db
    .select(CHOICE)
    .from(administrativeUnit)
    .where(and(eq(administrativeUnit.level, 'province'), isNull(administrativeUnit.validTo)))
    .orderBy(administrativeUnit.nameFolded)
    .limit(100)
}

const isCommuneOf = (provinceCode: string) =>
  and(
    eq(administrativeUnit.level, 'commune'),
    eq(administrativeUnit.parentCode, provinceCode),
    isNull(administrativeUnit.validTo),
  )

/** The communes of a province in force, by name; no province has two hundred. */
export function listCommunesOf(db: Database, provinceCode: string): Promise<PlaceChoice[]> {
  return db
    .select(CHOICE)
    .from(administrativeUnit)
    .where(isCommuneOf(provinceCode))
    .orderBy(administrativeUnit.nameFolded)
    .limit(1_000)
}

/** The commune of a province whose folded name is one of these. */
export function findCommune(
  db: Database,
  input: { readonly provinceCode: string; readonly namesFolded: readonly string[] },
): Promise<PlaceChoice | null> {
  const isNamed = sql`${administrativeUnit.nameFolded} IN ${among(input.namesFolded)}`
  return firstOf(
    db
      .select(CHOICE)
      .from(administrativeUnit)
      .where(and(isNamed, isCommuneOf(input.provinceCode)))
      .limit(1),
  )
}

/** Organisations whose folded name begins like this, a few of them. */
export function findOrganisationsLike(
  db: Database,
  prefixFolded: string,
): Promise<{ id: string; name: string }[]> {
  const { nameFolded } = organisation
  return db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(sql`${nameFolded} >= ${prefixFolded} AND ${nameFolded} < ${`${prefixFolded}\u{10ffff}`}`)
    .orderBy(nameFolded, organisation.id)
    .limit(20)
}

/** How a place is called; null parts have no name. */
export function readPlaceNames(
  db: Database,
  place: { readonly provinceCode: string | null; readonly communeCode: string | null },
): Promise<{ provinceName: string | null; communeName: string | null }> {
  return rowOf(db, {
    provinceName: unitName('province', place.provinceCode),
    communeName: unitName('commune', place.communeCode),
  })
}
