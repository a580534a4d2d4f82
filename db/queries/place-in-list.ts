import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/** A table of the schema, or what something goes by in the statement. */
type Of = SQLiteTable | string

/** What the last row of a page has in the columns its list is ordered by; null for the first page. */
type PlaceInList<Name extends string> = Readonly<Record<NoInfer<Name>, string | number>> | null

/** Holds for rows before a place in the order of these columns: the index of them leads there. */
export const isBefore = comparedBy(sql`<`)

/** Holds for rows after it. */
export const isAfter = comparedBy(sql`>`)

function comparedBy(sign: SQL) {
  return <Name extends string>(of: Of, names: readonly Name[], place: PlaceInList<Name>): SQL => {
    if (place === null) return sql`true`
    const columns = sql.join(columnsOf(of, names), sql`, `)
    return sql`(${columns}) ${sign} (${sql.join(
      names.map((name) => sql`${place[name]}`),
      sql`, `,
    )})`
  }
}

function columnsOf(of: Of, names: readonly string[]): SQL[] {
  if (typeof of === 'string') return names.map((name) => sql.raw(`${of}.${toSnakeCase(name)}`))
  const columns = getTableColumns(of)
  return names.map((name) => sql`${columns[name]}`)
}
