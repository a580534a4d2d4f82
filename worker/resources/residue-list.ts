import { ANALYSIS_COPY, RESIDUE_COPY as W } from '../copy/portal/residue.ts'
import { RESULT_LIST_COLUMNS } from '../copy/portal/residues.ts'
import { ANALYSIS } from './analysis-fields.ts'
import { day, line } from './fields.ts'
import { typedColumns } from './typed-columns.ts'

/** A laboratory's list: a row for each result. */
export const RESULT_LIST = typedColumns(RESULT_LIST_COLUMNS, {
  required: ['sampleNo', 'analyte'],
  most: 200,
})

/** What a row of it must say. */
export const RESULT_ROW = {
  fields: {
    sampleNo: line({ label: W.sampleNo, max: 60, code: true }),
    analyte: ANALYSIS.analyte,
    result: ANALYSIS.result,
    unit: ANALYSIS.unit,
    laboratory: line({ label: ANALYSIS_COPY.laboratory, max: 200 }),
    reportNo: ANALYSIS.reportNo,
    reportedOn: day({ label: W.reportedOn }),
  },
}
