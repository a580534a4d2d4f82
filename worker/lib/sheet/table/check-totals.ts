import { parseArea } from '../../measure/area.ts'
import { type Decimal, sumDecimals } from '../../measure/decimal.ts'
import { formatDecimal } from '../../measure/format-quantity.ts'
import { parseDecimal } from '../../measure/parse-decimal.ts'
import { foldVietnamese } from '../../text/fold-vietnamese.ts'
import { cellText } from '../cell-text.ts'
import { type Cell, plainCell } from '../workbook.ts'
import type { FoundColumn } from './find-header.ts'
import type { RowRole } from './row-role.ts'
import type { SpreadRow } from './spread-merges.ts'
import type { ColumnSpec, TableSpec } from './table-spec.ts'

/** A printed total that the rows above it do not add up to. Neither figure is imported. */
export interface TotalDisagreement {
  readonly sheet: string
  readonly row: number
  /** The heading as printed. */
  readonly column: string
  readonly printed: Decimal
  readonly computed: Decimal
  readonly message: string
}

interface Sum {
  readonly count: number
  readonly total: Decimal
}

const NOTHING: Sum = { count: 0, total: sumDecimals([]) }

interface Adding {
  readonly column: FoundColumn
  readonly spec: ColumnSpec
  readonly withinIndex: number | null
  /** Sums so far, and how many figures they are of. */
  all: Sum
  sinceTotal: Sum
  readonly within: Set<string>
}

export interface TotalsChecker {
  /** Adds a record's figures; a merged figure counts once, in the row where it stands. */
  readonly add: (row: SpreadRow) => void
  readonly check: (row: SpreadRow, role: RowRole) => readonly TotalDisagreement[]
}

/**
 * Recomputes totals rows with exact sums over all rows read above, refused ones included, because the
 * printed figure covers them too. A subtotal may cover the rows since the last total or all of them;
 * it disagrees when it equals neither.
 */
export function totalsChecker(
  sheet: string,
  columns: readonly FoundColumn[],
  spec: TableSpec,
): TotalsChecker {
  const adding = columns.flatMap((column): Adding[] => {
    const columnSpec = spec.columns.find((each) => each.id === column.id)
    if (columnSpec?.additive === undefined) return []
    const within = columns.find((each) => each.id === columnSpec.sameWithin)
    return [
      {
        column,
        spec: columnSpec,
        withinIndex: within?.index ?? null,
        all: NOTHING,
        sinceTotal: NOTHING,
        within: new Set(),
      },
    ]
  })
  return {
    add: (row) => {
      for (const each of adding) addFigure(each, row)
    },
    check: (row, role) => {
      const found = adding.flatMap((each) => compare(sheet, each, row, role))
      for (const each of adding) each.sinceTotal = NOTHING
      return found
    },
  }
}

function addFigure(each: Adding, row: SpreadRow): void {
  const value = figure(each, row.own[each.column.index])
  if (value === null) return
  each.all = plus(each.all, value)
  each.sinceTotal = plus(each.sinceTotal, value)
  if (each.withinIndex !== null) {
    each.within.add(foldVietnamese(cellText(row.cells[each.withinIndex])))
  }
}

function plus({ count, total }: Sum, value: Decimal): Sum {
  return { count: count + 1, total: sumDecimals([total, value]) }
}

function compare(
  sheet: string,
  each: Adding,
  row: SpreadRow,
  role: RowRole,
): readonly TotalDisagreement[] {
  const printed = figure(each, row.own[each.column.index])
  if (printed === null || each.within.size > 1 || each.all.count === 0) return []
  const all = each.all.total
  const since = each.sinceTotal.total
  if (printed === all || printed === since) return []
  const computed = role === 'grand_total' || each.sinceTotal.count === 0 ? all : since
  const column = each.column.heading
  const message = `Cột “${column}”, dòng ${row.row}: dòng tổng ghi ${formatDecimal(printed)} nhưng cộng các dòng được ${formatDecimal(computed)}.`
  return [{ sheet, row: row.row, column, printed, computed, message }]
}

function figure(each: Adding, cell: Cell | undefined): Decimal | null {
  const plain = plainCell(cell)
  if (typeof plain !== 'number' && typeof plain !== 'string') return null
  if (each.spec.additive === 'number') {
    const reading = parseDecimal(plain)
    return reading.ok ? reading.value : null
  }
  const reading = parseArea(plain, { defaultUnit: each.column.unit ?? 'ha' })
  return reading.ok ? reading.areaHa : null
}
