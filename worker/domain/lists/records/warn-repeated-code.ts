import { codeSearchKey } from '../../codes/code-search-key.ts'
import type { Code } from '../../codes/normalise-code.ts'
import type { MarketCode } from '../vocabulary/markets.ts'
import { type RowContext, warn } from './row-context.ts'

/** Codes of a list by search key, where each came up first. */
export type SeenCodes = Map<
  string,
  {
    readonly row: number
    readonly sheet: string
    readonly code: Code
    readonly markets: Set<string>
  }
>

/** A code that the list has in two spellings, or twice for one market, is told of. */
export function warnRepeats(
  context: RowContext,
  record: { readonly code: Code; readonly markets: readonly MarketCode[] },
  seen: SeenCodes,
): void {
  const key = codeSearchKey(record.code)
  const before = seen.get(key)
  if (before === undefined) {
    const { row, sheet } = { row: context.row.row, sheet: context.table.sheet }
    seen.set(key, { row, sheet, code: record.code, markets: new Set(record.markets) })
    return
  }
  const where = `dòng ${before.row}${before.sheet === context.table.sheet ? '' : ` trang “${before.sheet}”`}`
  if (before.code !== record.code) {
    warn(
      context,
      'code',
      'similar_code',
      `mã ${record.code} gần giống mã ${before.code} ở ${where}.`,
    )
  } else if (record.markets.some((market) => before.markets.has(market))) {
    warn(
      context,
      'code',
      'repeated_code',
      `mã ${record.code} đã có ở ${where} cho cùng thị trường.`,
    )
  }
  for (const market of record.markets) before.markets.add(market)
}
