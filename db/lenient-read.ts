import type { Client, InArgs, ResultSet, Row, Value } from '@libsql/client'
import { decodeText } from './decode-text.ts'

export type PlainStatement = { readonly sql: string; readonly args: InArgs }

/** A question whose texts come as bytes, and what its columns are called. */
type LenientRead = { readonly statement: PlainStatement; readonly columns: readonly string[] }

/** True for a statement that changes nothing, as far as its first word tells. */
export function isRead({ sql }: Pick<PlainStatement, 'sql'>): boolean {
  return /^\s*(?:SELECT|WITH|VALUES)\b/i.test(sql)
}

/**
 * The same question with texts as bytes, beside a column that says which were texts. The server is
 * asked first what its columns are called; a statement that writes after all (`WITH … INSERT`)
 * fails there, with nothing done.
 */
export async function wrapRead(
  client: Pick<Client, 'execute'>,
  { sql, args }: PlainStatement,
): Promise<LenientRead> {
  const inner = sql.replace(/;\s*$/, '')
  const { columns } = await client.execute({
    sql: `WITH goc_asked AS (${inner}\n) SELECT * FROM goc_asked LIMIT 0`,
    args,
  })
  const names = columns.map((_, i) => `c${i}`)
  const values = names.map(
    (name) => `CASE WHEN typeof(${name}) = 'text' THEN CAST(${name} AS BLOB) ELSE ${name} END`,
  )
  const texts = names.map((name) => `(typeof(${name}) = 'text')`).join(' || ')
  // Materialised, so that rows keep the order asked for and nothing is worked out twice.
  const wrapped = `WITH goc_asked(${names.join(', ')}) AS MATERIALIZED (${inner}\n)
    SELECT ${values.join(', ')}, '' || ${texts} FROM goc_asked`
  return { statement: { sql: wrapped, args }, columns: ownNames(columns) }
}

/** The answer as the server would have given it, had all its texts been UTF-8. */
export function decodeLenient(result: ResultSet, columns: readonly string[]): ResultSet {
  const rows = result.rows.map((row) => {
    const texts = String(row[columns.length])
    return rowOf(
      columns,
      columns.map((_, i): Value => {
        const value = row[i] ?? null
        return texts[i] === '1' && value instanceof ArrayBuffer
          ? decodeText(new Uint8Array(value))
          : value
      }),
    )
  })
  const columnTypes = result.columnTypes.slice(0, columns.length)
  return { ...result, columns: [...columns], columnTypes, rows }
}

/** Of two columns of one name a query in another calls the second `name:1`. */
function ownNames(columns: readonly string[]): string[] {
  return columns.map((name) => {
    const own = name.replace(/:\d+$/, '')
    return columns.includes(own) ? own : name
  })
}

/** As the driver makes rows: by place, unseen, and by name. */
function rowOf(columns: readonly string[], values: readonly Value[]): Row {
  const row = {}
  const property = { configurable: true, writable: true }
  Object.defineProperty(row, 'length', { ...property, value: values.length })
  for (const [i, value] of values.entries()) {
    Object.defineProperty(row, i, { ...property, enumerable: false, value })
    const name = columns[i] ?? ''
    if (!Object.hasOwn(row, name)) {
      Object.defineProperty(row, name, { ...property, enumerable: true, value })
    }
  }
  return row as Row
}
