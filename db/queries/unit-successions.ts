import { type SQL, sql } from 'drizzle-orm'
import type { StoredLink } from '../../worker/domain/places/plan-successions.ts'
import type { UnitVersion } from '../../worker/domain/places/unit-version.ts'
import type { Database } from '../client.ts'
import { guardStatement } from './guard-statement.ts'
import { inPages } from './in-pages.ts'
import type { Statement } from './run-batch.ts'

/** More units than the country has ever had, all versions counted. */
const MAX_UNITS = 60_000
const PAGE = 500

/** All versions of all provinces and communes. */
export function readUnitVersions(db: Database): Promise<UnitVersion[]> {
  return db.all<UnitVersion>(sql`
    SELECT level, code, name, parent_code AS parentCode, valid_from AS validFrom,
      valid_to AS validTo FROM administrative_unit LIMIT ${MAX_UNITS}`)
}

type OldUnit = Pick<StoredLink, 'level' | 'oldCode' | 'effectiveOn'>

/** Everything that took the place of these units on these days, as far as it is stored. */
export function readStoredLinks(db: Database, olds: readonly OldUnit[]): Promise<StoredLink[]> {
  const prefixes = [...new Set(olds.map((old) => idOf({ ...old, newCode: '' })))]
  return inPages(prefixes, PAGE, async (page) => {
    const rows = await db.all<{ id: string }>(sql`
      SELECT x.id FROM json_each(${JSON.stringify(page)}) j CROSS JOIN administrative_succession x
        ON x.id >= j.value AND x.id < j.value || '~' LIMIT ${MAX_UNITS}`)
    return rows.map(({ id }) => linkOf(id))
  })
}

/** The row's id says what became what and when, so that a list read in twice is known. */
function idOf({ level, oldCode, effectiveOn, newCode }: StoredLink): string {
  return `${level}/${oldCode}/${effectiveOn}/${newCode}`
}

function linkOf(id: string): StoredLink {
  // Only ids that begin as `idOf` writes them are read.
  const [level, oldCode, effectiveOn, newCode] = id.split('/')
  return { level, oldCode, effectiveOn, newCode } as StoredLink
}

export type SuccessionRow = StoredLink & {
  readonly oldName: string
  readonly oldNameFolded: string
  readonly oldProvinceName: string | null
  /** It went along with its province; what a list says of it that day may still come. */
  readonly follows: boolean
}

/**
 * Ends units, begins others (a unit that began and ends on one day begins anew) and keeps what became
 * what. Former names go along: a commune of before
 * 2025 leads to what its successor became. Fails, and with it the whole batch, where a unit is no
 * longer in force as it was read.
 */
export function succeedStatements(
  db: Database,
  input: {
    readonly on: string
    readonly ended: readonly UnitVersion[]
    readonly begun: readonly (UnitVersion & { readonly nameFolded: string })[]
    readonly successions: readonly SuccessionRow[]
    readonly redrawn: readonly Pick<UnitVersion, 'level' | 'code'>[]
  },
): Statement[] {
  const { on, successions } = input
  const ended = json(input.ended.map((u) => [u.level, u.code, u.validFrom]))
  const begun = json(
    input.begun.map((u) => [u.level, u.code, u.name, u.nameFolded, u.parentCode, u.validFrom]),
  )
  const rows = json(
    successions.map((row) => [
      row.follows ? `${row.level}/with/${on}/${row.newCode}` : idOf(row),
      row.oldCode,
      row.oldName,
      row.oldProvinceName,
      row.oldNameFolded,
      row.newCode,
    ]),
  )
  return [
    guardStatement(db, sql`${countInForce(ended)} = ${input.ended.length}`),
    passOnFormerNames(db, { on, ended: input.ended, successions }),
    db.run(sql`UPDATE administrative_unit SET valid_to = ${on}
      WHERE (level, code, valid_from) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM ${ended})`),
    db.run(sql`
      INSERT INTO administrative_unit (level, code, name, name_folded, parent_code, valid_from)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
      FROM ${begun} WHERE true
      ON CONFLICT DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded,
        parent_code = excluded.parent_code, valid_to = NULL`),
    db.run(sql`
      INSERT INTO administrative_succession (id, old_code, old_name, old_province_name,
        old_name_folded, new_code, effective_on)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, ${on}
      FROM ${rows} WHERE true ON CONFLICT DO NOTHING`),
    db.run(sql`DELETE FROM administrative_boundary WHERE (level, code) IN
      (SELECT value ->> 0, value ->> 1 FROM ${json(input.redrawn.map((u) => [u.level, u.code]))})`),
  ]
}

function countInForce(ended: SQL): SQL {
  return sql`(SELECT count(*) FROM ${ended} j CROSS JOIN administrative_unit u
    ON u.level = j.value ->> 0 AND u.code = j.value ->> 1 AND u.valid_from = j.value ->> 2
    WHERE u.valid_to IS NULL)`
}

/** What led to a unit that ends leads to its successors from that day on. */
function passOnFormerNames(
  db: Database,
  input: {
    readonly on: string
    readonly ended: readonly UnitVersion[]
    readonly successions: readonly SuccessionRow[]
  },
): Statement {
  const { on, ended, successions } = input
  const since = new Map(ended.map((u) => [`${u.level}/${u.code}`, u.validFrom]))
  const steps = successions.flatMap(({ level, oldCode, newCode }) => {
    const from = since.get(`${level}/${oldCode}`)
    return from === undefined ? [] : [[oldCode, from, newCode, level]]
  })
  return db.run(sql`
    INSERT INTO administrative_succession (id, old_code, old_name, old_district_name,
      old_province_name, old_name_folded, new_code, effective_on)
    SELECT (j.value ->> 3) || '/via/' || ${on} || '/' || (j.value ->> 2) || '/' || x.id, x.old_code, x.old_name,
      x.old_district_name, x.old_province_name, x.old_name_folded, j.value ->> 2, ${on}
    FROM ${json(steps)} j CROSS JOIN administrative_succession x ON x.new_code = j.value ->> 0
    WHERE x.effective_on >= j.value ->> 1
      AND (x.effective_on < ${on} OR x.new_code <> j.value ->> 2) ON CONFLICT DO NOTHING`)
}

/** How many of these units have an outline. */
export async function countOutlines(
  db: Database,
  units: readonly Pick<UnitVersion, 'level' | 'code'>[],
): Promise<number> {
  const list = json(units.map((u) => [u.level, u.code]))
  const row = await db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${list} j
    CROSS JOIN administrative_boundary b ON b.level = j.value ->> 0 AND b.code = j.value ->> 1`)
  return row.n
}

function json(rows: readonly (readonly unknown[])[]): SQL {
  return sql`json_each(${JSON.stringify(rows)})`
}
