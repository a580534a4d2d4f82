import { RECALL_COPY as W } from '../copy/portal/recall.ts'
import { line, optionalLine } from './fields.ts'

/** What somebody says who recalls a batch. */
export const RECALL_REQUEST = {
  fields: {
    reasonVi: line({ label: W.reasonVi, hint: W.reasonHint, max: 500 }),
    reasonEn: optionalLine({ label: W.reasonEn, hint: W.otherHint, max: 500 }),
    reasonZh: optionalLine({ label: W.reasonZh, hint: W.otherHint, max: 500 }),
    documentNo: optionalLine({ label: W.documentNo, max: 100, code: true }),
  },
}
