import { type Client, type InValue, LibsqlError } from '@libsql/client'
import { decodeText, isUtf8 } from '../../db/decode-text.ts'
import { soundJson } from '../../db/sound-json.ts'
import { composeText, dropUnseen, mendText, textFault } from '../../worker/lib/text/sound-text.ts'
import { DERIVED, tablesInOrder } from './dump-database.ts'
import { rowsOfTable } from './rows-of-table.ts'

/** A stored text that today would not be let in. */
export type WrongText = {
  readonly table: string
  /** The row's `id` where it has one, else its number in the table. */
  readonly row: string
  readonly column: string
  readonly fault: 'not_utf8' | 'half_character' | 'control' | 'direction' | 'not_composed'
  /** How it is read, and what it becomes where it is mended. */
  readonly reads: string
  /** `kept`: a trigger or a rule of the table keeps the row as it is. */
  readonly outcome: 'found' | 'mended' | 'kept'
}

const PAGE = 500

/**
 * Every wrong text in every table, one after the other. With `mend` each is replaced by how it is
 * read, unless somebody else changed it meanwhile or the database keeps the row as it was written:
 * no trigger is passed by. The public register's entries are for the caller to make anew.
 */
export async function* checkTexts(
  client: Client,
  { mend }: { readonly mend: boolean },
): AsyncGenerator<WrongText> {
  const textsOf = await textColumns(client)
  for (const table of await tablesInOrder(client)) {
    const texts = textsOf.get(table)
    if (DERIVED.has(table) || texts === undefined) continue
    const hasId = texts.includes('id')
    // As bytes: a text that is not UTF-8 would end the answer.
    const list = texts.map((name) => `CAST("${name}" AS BLOB)`).join(', ')
    for await (const row of rowsOfTable(client, { table, list, page: PAGE })) {
      for (const [i, column] of texts.entries()) {
        const bytes = row[i + 1]
        if (!(bytes instanceof ArrayBuffer)) continue
        const wrong = wrongIn(new Uint8Array(bytes), { isKey: KEYS.test(column) })
        if (wrong === null) continue
        const at = { table, rowid: row[0] ?? null, column, bytes, becomes: wrong.reads }
        const outcome = mend ? await mendAt(client, at) : 'found'
        const id = hasId ? row[texts.indexOf('id') + 1] : null
        const name = id instanceof ArrayBuffer ? decodeText(new Uint8Array(id)) : String(row[0])
        yield { table, row: name, column, ...wrong, outcome }
      }
    }
  }
}

/** Made of another column for looking things up, by rules of their own. */
const KEYS = /(?:_folded|search_key)$/

function wrongIn(
  bytes: Uint8Array,
  { isKey }: { readonly isKey: boolean },
): Pick<WrongText, 'fault' | 'reads'> | null {
  const text = decodeText(bytes)
  // Composing JSON as a whole could join a mark to the letter of an escape.
  const isAsItIs = isKey || /^[[{]/.test(text)
  const reads = isAsItIs ? dropUnseen(soundJson(text)) : mendText(text)
  if (!isUtf8(bytes)) return { fault: 'not_utf8', reads }
  if (reads === text) return null
  if (soundJson(text) !== text) return { fault: 'half_character', reads }
  const fault = textFault(composeText(text))
  return { fault: fault === 'control' || fault === 'direction' ? fault : 'not_composed', reads }
}

async function mendAt(
  client: Client,
  at: {
    readonly table: string
    readonly rowid: InValue
    readonly column: string
    readonly bytes: ArrayBuffer
    readonly becomes: string
  },
): Promise<WrongText['outcome']> {
  const { table, rowid, column, bytes, becomes } = at
  try {
    const { rowsAffected } = await client.execute({
      sql: `UPDATE "${table}" SET "${column}" = ? WHERE rowid = ? AND CAST("${column}" AS BLOB) = ?`,
      args: [becomes, rowid, bytes],
    })
    return rowsAffected > 0 ? 'mended' : 'kept'
  } catch (error) {
    if (error instanceof LibsqlError && error.code.startsWith('SQLITE_CONSTRAINT')) return 'kept'
    throw error
  }
}

/** The columns of texts of each table that has any, in their order. */
async function textColumns(client: Client): Promise<Map<string, string[]>> {
  const { rows } = await client.execute(`
    SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND c.type = 'TEXT' ORDER BY t.name, c.cid`)
  const columns = new Map<string, string[]>()
  for (const [table, column] of rows.map((row) => [String(row[0]), String(row[1])] as const)) {
    columns.set(table, [...(columns.get(table) ?? []), column])
  }
  return columns
}
