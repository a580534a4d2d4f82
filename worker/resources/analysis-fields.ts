import { RESIDUE_COPY, ANALYSIS_COPY as W } from '../copy/portal/residue.ts'
import { line, optionalLine } from './fields.ts'

/** What a laboratory says of one analyte, wherever it is put down: its own test, an officer's sample. */
export const ANALYSIS = {
  analyte: line({ label: W.analyte, max: 100 }),
  result: line({ label: W.result, hint: RESIDUE_COPY.resultHint, max: 100, row: 'result' }),
  unit: optionalLine({ label: W.unit, max: 30, row: 'result' }),
  laboratory: optionalLine({ label: W.laboratory, max: 200 }),
  reportNo: optionalLine({ label: W.reportNo, max: 100, code: true }),
}
