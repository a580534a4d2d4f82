import type { Client, InValue, ResultSet, Row } from '@libsql/client'

/**
 * Every row of a table, a page at a time, its number first and then what `list` selects. A server sends
 * at most 10 MB at once: where rows are large the pages grow smaller.
 */
export async function* rowsOfTable(
  from: Pick<Client, 'execute'>,
  asked: { readonly table: string; readonly list: string; readonly page: number },
): AsyncGenerator<Row> {
  const sql = `SELECT rowid, ${asked.list} FROM "${asked.table}" WHERE rowid > ? ORDER BY rowid LIMIT ?`
  let after: InValue = Number.MIN_SAFE_INTEGER
  let limit = asked.page
  for (;;) {
    const page: ResultSet | null = await from
      .execute({ sql, args: [after, limit] })
      .catch((error: unknown) => {
        if (limit === 1 || !isTooLarge(error)) throw error
        return null
      })
    if (page === null) {
      limit = Math.ceil(limit / 4)
      continue
    }
    yield* page.rows
    const last: Row | undefined = page.rows.at(-1)
    if (last === undefined || page.rows.length < limit) return
    after = last[0] ?? null
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.message.includes('RESPONSE_TOO_LARGE')
}
