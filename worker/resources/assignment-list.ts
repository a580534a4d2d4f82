import { ASSIGNMENT_LIST_COLUMNS } from '../copy/portal/assignment-list.ts'
import { MONITORING_COPY as C } from '../copy/portal/monitoring.ts'
import { line, optionalDay } from './fields.ts'
import { typedColumns } from './typed-columns.ts'

/** A list of who goes where, on which day: a row a visit. */
export const ASSIGNMENT_LIST = typedColumns(ASSIGNMENT_LIST_COLUMNS, {
  required: ['code', 'inspector'],
  most: 200,
})

/** What a row of it must say. */
export const ASSIGNMENT_ROW = {
  fields: {
    code: line({ label: C.code, max: 100, code: true }),
    inspector: line({ label: C.inspector, max: 200 }),
    plannedOn: optionalDay({ label: C.plannedOn }),
  },
}
