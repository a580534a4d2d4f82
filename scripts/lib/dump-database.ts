import type { Client, Transaction } from '@libsql/client'
import { decodeText } from '../../db/decode-text.ts'
import { rowsOfTable } from './rows-of-table.ts'

/** A backup is lines of JSON: a head, then for each table its columns and its rows, then an end. */
export type BackupLine =
  | { readonly goc: 1; readonly createdAt: string; readonly migrations: readonly string[] }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly row: readonly BackupValue[] }
  | { readonly end: true; readonly rows: number }

export type BackupValue = string | number | null | { readonly base64: string }

const PAGE = 1_000

/**
 * Made from other tables: the public register as it is searched, and its index in older backups;
 * the status lists, which triggers have judged anew as their sources come back.
 */
export const DERIVED: ReadonlySet<string> = new Set([
  'register_entry',
  'register_words',
  'register_term',
  'code_search',
  'label_status',
  'status_list',
  'status_due',
  'goods_word',
])

/** Who is signed in right now and what was half done: a copy of it would be a key to the door. */
const LIVE: ReadonlySet<string> = new Set([
  'label_visitor',
  'session',
  'verification',
  'rate_limit',
  'upload',
  'job',
  'label_file',
])

/**
 * Everything an installation knows, as it was at one moment: one read transaction. Signing keys are
 * in it as they are stored, encrypted; GOC_KEK is not, and without it they are of no use. Tables
 * come after those they point at, so that a restore meets no missing row.
 */
export async function* dumpDatabase(client: Client, now: number): AsyncGenerator<BackupLine> {
  const tx = await client.transaction('read')
  let rows = 0
  try {
    const migrations = await readMigrations(tx)
    yield { goc: 1, createdAt: new Date(now).toISOString(), migrations }
    for (const table of await tablesInOrder(tx)) {
      if (LIVE.has(table) || DERIVED.has(table)) continue
      const columns = await columnsOf(tx, table)
      yield { table, columns: columns.map(({ name }) => name) }
      // Texts come as bytes: one that is not UTF-8 would end the transaction, and with it the moment.
      const list = columns
        .map(({ name, isText }) => (isText ? `CAST("${name}" AS BLOB)` : `"${name}"`))
        .join(', ')
      for await (const row of rowsOfTable(tx, { table, list, page: PAGE })) {
        rows += 1
        yield { row: columns.map((column, i) => toValue(row[i + 1], column)) }
      }
    }
    yield { end: true, rows }
  } finally {
    tx.close()
  }
}

/** Hashes of the migrations a database has had, oldest first. */
export async function readMigrations(client: Pick<Client, 'execute'>): Promise<string[]> {
  const { rows } = await client.execute('SELECT hash FROM __drizzle_migrations ORDER BY id')
  return rows.map((row) => String(row[0]))
}

/** Tables with data of their own: not those of the server, of migrations, or behind a search index. */
export async function tablesInOrder(client: Pick<Client, 'execute'>): Promise<string[]> {
  const { rows } = await client.execute(`
    SELECT t.name, key."table" FROM pragma_table_list t
    LEFT JOIN pragma_foreign_key_list(t.name) key ON key."table" <> t.name
    WHERE t.schema = 'main' AND t.type IN ('table', 'virtual')
      AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'libsql_%' AND t.name <> '__drizzle_migrations'
    ORDER BY t.name`)
  const waiting = new Set(rows.map((row) => String(row[0])))
  const ordered: string[] = []
  const parents = new Map<string, string[]>()
  for (const [table, parent] of rows.map((row) => [String(row[0]), row[1]] as const)) {
    const known = parents.get(table) ?? []
    parents.set(table, parent === null ? known : [...known, String(parent)])
  }
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      (table) => !(parents.get(table) ?? []).some((p) => waiting.has(p)),
    )
    if (ready.length === 0)
      throw new Error(`Các bảng trỏ vòng vào nhau: ${[...waiting].join(', ')}.`)
    for (const table of ready) {
      waiting.delete(table)
      ordered.push(table)
    }
  }
  return ordered
}

type Column = { readonly name: string; readonly isText: boolean }

/** All tables are STRICT: a column of texts holds nothing else. */
async function columnsOf(tx: Transaction, table: string): Promise<Column[]> {
  const { rows } = await tx.execute({
    sql: 'SELECT name, type FROM pragma_table_info(?) ORDER BY cid',
    args: [table],
  })
  return rows.map((row) => ({ name: String(row[0]), isText: row[1] === 'TEXT' }))
}

function toValue(value: unknown, { isText }: Column): BackupValue {
  if (isText && value instanceof ArrayBuffer) return decodeText(new Uint8Array(value))
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (value instanceof ArrayBuffer) return { base64: Buffer.from(value).toString('base64') }
  if (typeof value === 'bigint') return Number(value)
  throw new Error('Có giá trị không sao lưu được.')
}
