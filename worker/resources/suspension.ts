import { SUSPENSION_COPY as W } from '../copy/portal/suspension.ts'
import { day, line } from './fields.ts'

const GROUNDS = {
  documentNo: line({ label: W.documentNo, max: 100, code: true }),
  reason: line({ label: W.reason, hint: W.reasonHint, max: 500 }),
}

/** What an officer says who suspends an organisation. */
export const SUSPENSION = { fields: { suspendedOn: day({ label: W.suspendedOn }), ...GROUNDS } }

/** What an officer says who lifts that: at once, for labels are judged by the day they are scanned. */
export const SUSPENSION_LIFTING = { fields: GROUNDS }
