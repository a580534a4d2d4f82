import type { Client, InStatement, InValue } from '@libsql/client'
import type { BackupLine, BackupValue } from './dump-database.ts'
import { DERIVED, readMigrations, tablesInOrder } from './dump-database.ts'

/** Filled by migrations and at the first start: rows there do not make a database used. */
const GIVEN: ReadonlySet<string> = new Set([
  'site_kind',
  'code_scheme',
  'product_category',
  'diary_event_kind',
  'administrative_unit',
  'administrative_succession',
])

const ROWS_PER_BATCH = 200
/** What older versions did not say of their rows: that a photo is shown by an entry written on a page. */
const MENDED: readonly InStatement[] = [
  `UPDATE outbox_photo SET used_at = received_at WHERE used_at IS NULL
    AND EXISTS (SELECT 1 FROM diary_photo p WHERE p.sha256 = outbox_photo.sha256)`,
]

/** Rows that hold files or outlines go fewer at a time. */
const CHARACTERS_PER_BATCH = 2_000_000

/**
 * Puts a backup into a migrated database that holds nothing yet. Refused, with nothing written, for
 * a database in use, a file that was cut off, or one of a newer version. No trigger is switched off:
 * batches are stored open and sealed at the end, as they were in life. The public register's entries
 * are for the caller to make anew.
 */
export async function restoreDatabase(
  client: Client,
  lines: () => AsyncIterable<BackupLine>,
): Promise<{ rows: number }> {
  await checkWhole(lines())
  await checkEmpty(client)
  await checkVersion(client, lines())
  let insert: ((row: readonly BackupValue[]) => InStatement[]) | null = null
  let pending: InStatement[] = []
  const last: InStatement[] = [...MENDED]
  let rows = 0
  let characters = 0
  for await (const line of lines()) {
    if ('table' in line) insert = DERIVED.has(line.table) ? () => [] : inserter(line, last)
    if (!('row' in line)) continue
    if (insert === null) throw damaged()
    pending.push(...insert(line.row))
    rows += 1
    characters += sizeOf(line.row)
    if (pending.length < ROWS_PER_BATCH && characters < CHARACTERS_PER_BATCH) continue
    await client.batch(pending, 'write')
    pending = []
    characters = 0
  }
  for (const statements of [pending, last]) {
    for (let at = 0; at < statements.length; at += ROWS_PER_BATCH) {
      await client.batch(statements.slice(at, at + ROWS_PER_BATCH), 'write')
    }
  }
  return { rows }
}

function inserter(
  { table, columns }: { table: string; columns: readonly string[] },
  last: InStatement[],
): (row: readonly BackupValue[]) => InStatement[] {
  const names = columns.map((name) => `"${name}"`).join(', ')
  const verb = GIVEN.has(table) ? 'INSERT OR REPLACE' : 'INSERT'
  const sql = `${verb} INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`
  const sealedAt = table === 'batch' ? columns.indexOf('sealed_at') : -1
  const idAt = columns.indexOf('id')
  return (row) => {
    const args = row.map(toArgument)
    if (sealedAt >= 0 && args[sealedAt] !== null) {
      // The codes and sources of a sealed batch cannot be added: it is sealed when they are there.
      const sealed = args[sealedAt] ?? null
      last.push({
        sql: 'UPDATE batch SET sealed_at = ? WHERE id = ?',
        args: [sealed, args[idAt] ?? null],
      })
      args[sealedAt] = null
    }
    return [{ sql, args }]
  }
}

/** Characters of texts and files in a row; the rest is small. */
function sizeOf(row: readonly BackupValue[]): number {
  return row.reduce<number>((sum, value) => {
    const text = typeof value === 'object' && value !== null ? value.base64 : value
    return sum + (typeof text === 'string' ? text.length : 0)
  }, 0)
}

async function checkWhole(lines: AsyncIterable<BackupLine>): Promise<void> {
  let rows = 0
  let end: number | null = null
  let first = true
  for await (const line of lines) {
    if (first && !('goc' in line && line.goc === 1)) throw damaged()
    first = false
    if ('row' in line) rows += 1
    if ('end' in line) end = line.rows
  }
  if (end !== rows) throw new Error('Bản sao lưu bị cắt ngang hoặc hỏng nên không phục hồi.')
}

async function checkEmpty(client: Client): Promise<void> {
  for (const table of await tablesInOrder(client)) {
    if (GIVEN.has(table) || DERIVED.has(table)) continue
    const { rows } = await client.execute(`SELECT 1 FROM "${table}" LIMIT 1`)
    if (rows.length === 0) continue
    throw new Error(
      'Cơ sở dữ liệu đang có dữ liệu nên không phục hồi vào đó; hãy dùng thư mục dữ liệu mới (GOC_DATA_DIR) hoặc cơ sở dữ liệu trống.',
    )
  }
}

async function checkVersion(client: Client, lines: AsyncIterable<BackupLine>): Promise<void> {
  const have = await readMigrations(client)
  for await (const line of lines) {
    if (!('goc' in line)) throw damaged()
    if (line.migrations.every((hash, i) => have[i] === hash)) return
    throw new Error(
      'Bản sao lưu là của phiên bản khác, mới hơn; hãy cập nhật Gốc rồi phục hồi lại.',
    )
  }
}

function toArgument(value: BackupValue): InValue {
  if (typeof value === 'string') return value.toWellFormed()
  return typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value
}

function damaged(): Error {
  return new Error('Tệp này không phải bản sao lưu của Gốc.')
}
