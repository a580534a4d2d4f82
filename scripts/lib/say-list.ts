import type { Command } from 'commander'
import { wholeNumber } from './parse-options.ts'
import { note, say } from './say.ts'

export type PageOptions = { readonly limit: number; readonly json?: true }

/** Rows read at a time. */
const PAGE = 200

export function withPages<C extends Command>(command: C): C {
  return command
    .option('--limit <n>', 'nhiều nhất bao nhiêu dòng', wholeNumber, 100)
    .option('--json', 'in dạng JSON')
}

/** Prints a list page by page, up to the limit; says when there is more. */
export async function sayList<Row>(
  { limit, json }: PageOptions,
  list: {
    readonly read: (
      cursor: string | null,
      limit: number,
    ) => Promise<{ readonly rows: readonly Row[]; readonly nextCursor: string | null }>
    readonly line: (row: Row) => string
    readonly none: string
  },
): Promise<void> {
  const found: Row[] = []
  let cursor: string | null = null
  do {
    const page = await list.read(cursor, Math.min(PAGE, limit - found.length))
    found.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null && found.length < limit)
  const rows = found.slice(0, limit)
  if (json) return say(JSON.stringify(rows))
  if (rows.length === 0) note(list.none)
  for (const row of rows) say(list.line(row))
  if (cursor !== null || found.length > limit)
    note(`Còn nữa: thêm --limit để xem quá ${limit} dòng.`)
}
