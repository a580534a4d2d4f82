import { type SQL, sql } from 'drizzle-orm'
import type { StoredLink } from '../../worker/domain/places/plan-successions.ts'
import type { UnitVersion } from '../../worker/domain/places/unit-version.ts'
import type { CalendarDate } from '../../worker/lib/time/calendar-date.ts'
import type { Database } from '../client.ts'
import { administrativeSuccession, administrativeUnit } from '../schema/index.ts'
import { day, maybe, number } from './fields.ts'
import { guardStatement } from './guard-statement.ts'
import { inPages } from './in-pages.ts'
import { insertRows } from './insert-rows.ts'
import { type Listed, listed } from './listed.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

/** More units than the country has ever had, all versions counted. */
const MAX_UNITS = 60_000
const PAGE = 500

const { level, code, name, parentCode, validFrom, validTo } = administrativeUnit
const VERSION = {
  level,
  code,
  name,
  parentCode,
  validFrom: day(validFrom),
  validTo: maybe(day(validTo)),
}

/** All versions of all provinces and communes. */
export function readUnitVersions(db: Database): Promise<UnitVersion[]> {
  return db.select(VERSION).from(administrativeUnit).limit(MAX_UNITS)
}

type OldUnit = Pick<StoredLink, 'level' | 'oldCode' | 'effectiveOn'>

/** Everything that took the place of these units on these days, as far as it is stored. */
export function readStoredLinks(db: Database, olds: readonly OldUnit[]): Promise<StoredLink[]> {
  const prefixes = [...new Set(olds.map((old) => idOf({ ...old, newCode: '' })))]
  const { id, effectiveOn } = administrativeSuccession
  return inPages(prefixes, PAGE, async (page) => {
    const rows = await rowsOf(
      db,
      { id, effectiveOn: day(effectiveOn) },
      sql`json_each(${JSON.stringify(page)}) j CROSS JOIN administrative_succession
        ON ${id} >= j.value AND ${id} < j.value || '~' LIMIT ${MAX_UNITS}`,
    )
    return rows.flatMap((row) => linkOf(row) ?? [])
  })
}

/** The row's id says what became what and when, so that a list read in twice is known. */
function idOf({ level, oldCode, effectiveOn, newCode }: StoredLink): string {
  return `${level}/${oldCode}/${effectiveOn}/${newCode}`
}

/** What an id written by `idOf` says; null for another. */
function linkOf(row: {
  readonly id: string
  readonly effectiveOn: CalendarDate
}): StoredLink | null {
  const [unit, oldCode, , newCode] = row.id.split('/')
  if (unit !== 'province' && unit !== 'commune') return null
  if (oldCode === undefined || newCode === undefined) return null
  return { level: unit, oldCode, newCode, effectiveOn: row.effectiveOn }
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
  const ended = listed(input.ended)
  const redrawn = listed(input.redrawn)
  const begun = input.begun.map((unit) => ({ ...unit, validTo: null }))
  const rows = successions.map(({ level: ofLevel, follows, ...row }) => {
    const id = follows ? `${ofLevel}/with/${on}/${row.newCode}` : idOf({ ...row, level: ofLevel })
    return { ...row, id, effectiveOn: on }
  })
  return [
    guardStatement(db, sql`${countInForce(ended)} = ${input.ended.length}`),
    passOnFormerNames(db, { on, ended: input.ended, successions }),
    db.run(sql`UPDATE administrative_unit SET valid_to = ${on}
      WHERE (level, code, valid_from) IN
        (SELECT ${ended.of('level')}, ${ended.of('code')}, ${ended.of('validFrom')} FROM ${ended.rows})`),
    insertRows(db, administrativeUnit, begun).onConflictDoUpdate({
      target: [level, code, validFrom],
      set: {
        name: sql`excluded.name`,
        nameFolded: sql`excluded.name_folded`,
        parentCode: sql`excluded.parent_code`,
        validTo: null,
      },
    }),
    insertRows(db, administrativeSuccession, rows).onConflictDoNothing(),
    db.run(sql`DELETE FROM administrative_boundary WHERE (level, code) IN
      (SELECT ${redrawn.of('level')}, ${redrawn.of('code')} FROM ${redrawn.rows})`),
  ]
}

function countInForce({ rows, of }: Listed<UnitVersion>): SQL {
  return sql`(SELECT count(*) FROM ${rows} CROSS JOIN administrative_unit u
    ON u.level = ${of('level')} AND u.code = ${of('code')} AND u.valid_from = ${of('validFrom')}
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
  const since = new Map(ended.map((unit) => [`${unit.level}/${unit.code}`, unit.validFrom]))
  const { rows, of } = listed(
    successions.flatMap(({ level: ofLevel, oldCode, newCode }) => {
      const from = since.get(`${ofLevel}/${oldCode}`)
      return from === undefined ? [] : [{ ofLevel, oldCode, newCode, from }]
    }),
  )
  return db.run(sql`
    INSERT INTO administrative_succession (id, old_code, old_name, old_district_name,
      old_province_name, old_name_folded, new_code, effective_on)
    SELECT ${of('ofLevel')} || '/via/' || ${on} || '/' || ${of('newCode')} || '/' || x.id,
      x.old_code, x.old_name, x.old_district_name, x.old_province_name, x.old_name_folded,
      ${of('newCode')}, ${on}
    FROM ${rows} CROSS JOIN administrative_succession x ON x.new_code = ${of('oldCode')}
    WHERE x.effective_on >= ${of('from')}
      AND (x.effective_on < ${on} OR x.new_code <> ${of('newCode')}) ON CONFLICT DO NOTHING`)
}

/** How many of these units have an outline. */
export async function countOutlines(
  db: Database,
  units: readonly Pick<UnitVersion, 'level' | 'code'>[],
): Promise<number> {
  const { rows, of } = listed(units)
  const [row] = await rowsOf(
    db,
    { count: number(sql`count(*)`) },
    sql`${rows} CROSS JOIN administrative_boundary b
      ON b.level = ${of('level')} AND b.code = ${of('code')}`,
  )
  return row?.count ?? 0
}
