import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import { covers } from '../../domain/access/roles.ts'
import type { ImportedRecord, RowIssue } from '../../domain/lists/records/import-result.ts'
import { rowIssue } from '../imports/planned-row.ts'
import type { CodeListState } from './code-list-state.ts'

type Where = { readonly provinceCode: string | null; readonly communeCode: string | null }

/** True where the writer of a list may write. A place that is not known is only for the whole register. */
export function isWithin({ bounds }: Pick<CodeListState, 'bounds'>, place: Where): boolean {
  if (bounds === null) return true
  return bounds.kind === 'place' && covers(bounds, place)
}

/** Refuses a row that lies where the writer's word does not reach. */
export function outOfBounds(
  imported: ImportedRecord<unknown>,
  place: { readonly communeName: string | null; readonly provinceName: string | null },
): RowIssue {
  const value = [place.communeName, place.provinceName].filter((name) => name !== null).join(', ')
  const reason = fill(CODE_REPORT.outOfBounds, {
    place: value === '' ? CODE_REPORT.noAddress : value,
  })
  const field = { column: REPORT_COLUMNS.place, value, id: 'commune' }
  return rowIssue(imported, { ...field, kind: 'elsewhere' }, reason)
}
