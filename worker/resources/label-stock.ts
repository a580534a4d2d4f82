import { labelStock } from '../../db/schema/index.ts'
import { LABEL_STOCK_COPY as W } from '../copy/portal/label-stock.ts'
import { A4, type Stock } from '../lib/print/index.ts'
import { choice, line } from './fields.ts'
import { amount, optionalCount, optionalDecimal } from './number-fields.ts'
import { type Fault, resource } from './resource.ts'

/** Labels one's own size, on a sheet or a roll. */
export const LABEL_STOCK = resource({
  actions: { add: 'label_stock.add', edit: 'label_stock.edit', remove: 'label_stock.remove' },
  entity: 'label_stock',
  noun: W.noun,
  table: labelStock,
  may: { read: 'labels.issue', write: 'labels.issue' },
  target: ({ organisationId }) => ({ organisationId, place: null }),
  fields: {
    name: line({ label: W.name, hint: W.nameHint, max: 60 }),
    kind: choice({ label: W.kind, choices: { roll: W.roll, sheet: W.sheet }, initial: 'roll' }),
    widthMm: amount({ label: W.width, row: 'size' }),
    heightMm: amount({ label: W.height, row: 'size' }),
    columns: optionalCount({ label: W.columns, row: 'grid', group: 'sheet' }),
    rows: optionalCount({ label: W.rows, row: 'grid', group: 'sheet' }),
    leftMm: optionalDecimal({ label: W.left, unit: null, row: 'edge', group: 'sheet' }),
    topMm: optionalDecimal({ label: W.top, unit: null, row: 'edge', group: 'sheet' }),
    gapXMm: optionalDecimal({ label: W.gapX, unit: null, row: 'gap', group: 'sheet' }),
    gapYMm: optionalDecimal({ label: W.gapY, unit: null, row: 'gap', group: 'sheet' }),
  },
  groups: { sheet: W.sheetGroup },
  initial: (now) => ({ createdAt: now }),
  check: faultsOf,
})

type Measures = Omit<typeof labelStock.$inferSelect, 'id' | 'organisationId' | 'name' | 'createdAt'>

/** The smallest label that holds a code, and the largest that a roll printer takes. */
const LEAST_MM = 18
const MOST_MM = 300

function faultsOf(values: Measures): readonly Fault[] {
  const faults: Fault[] = []
  for (const path of ['widthMm', 'heightMm'] as const) {
    const isOdd = values[path] < LEAST_MM || values[path] > MOST_MM
    if (isOdd) faults.push({ path, text: W.sizeOdd })
  }
  if (values.kind === 'roll' || faults.length > 0) return faults
  if (values.columns === null) faults.push({ path: 'columns', text: W.gridMissing })
  if (values.rows === null) faults.push({ path: 'rows', text: W.gridMissing })
  if (faults.length > 0) return faults
  const { columns, rows, leftMm, topMm, pitchXMm, pitchYMm } = placing(values)
  const rightMm = leftMm + (columns - 1) * pitchXMm + values.widthMm
  const bottomMm = topMm + (rows - 1) * pitchYMm + values.heightMm
  if (columns * rows === 0 || rightMm > A4.widthMm)
    faults.push({ path: 'columns', text: W.offPaper })
  if (bottomMm > A4.heightMm) faults.push({ path: 'rows', text: W.offPaper })
  return faults
}

/** A saved size as the printer's plans take it. */
export function stockOfRow(row: Measures & { readonly id: string }): Stock {
  const { id, kind, widthMm, heightMm } = row
  return { id, kind, widthMm, heightMm, ...placing(row) }
}

function placing({ kind, widthMm, heightMm, ...rest }: Measures) {
  if (kind === 'roll') {
    return { columns: 1, rows: 1, leftMm: 0, topMm: 0, pitchXMm: widthMm, pitchYMm: heightMm }
  }
  return {
    columns: rest.columns ?? 1,
    rows: rest.rows ?? 1,
    leftMm: rest.leftMm ?? 0,
    topMm: rest.topMm ?? 0,
    pitchXMm: widthMm + (rest.gapXMm ?? 0),
    pitchYMm: heightMm + (rest.gapYMm ?? 0),
  }
}
