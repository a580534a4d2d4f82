import { CALENDAR_COPY as W } from '../copy/portal/calendar.ts'
import { day, line, lines } from './fields.ts'

/** A year's days off as somebody enters them. */
export const DAYS_OFF = {
  fields: {
    off: lines({ label: W.off, hint: W.offHint, max: 60, most: 40, required: true }),
    worked: lines({ label: W.workedField, hint: W.workedHint, max: 60, most: 20 }),
    documentNo: line({ label: W.documentNo, max: 100, code: true, row: 'paper' }),
    decidedOn: day({ label: W.decidedOn, row: 'paper' }),
  },
}
