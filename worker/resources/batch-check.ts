import { RECORD_OUTCOME_NAMES, CHECK_COPY as W } from '../copy/portal/pre-shipment.ts'
import { choice, day, line, optionalLine } from './fields.ts'
import { prose } from './prose-fields.ts'

/** What a producer writes down of a check: which one its verb knows. */
export const BATCH_CHECK = {
  fields: {
    check: line({ label: W.check, max: 250 }),
    outcome: choice({ label: W.outcome, choices: RECORD_OUTCOME_NAMES, row: 'when' }),
    doneOn: day({ label: W.doneOn, row: 'when' }),
    doneBy: line({ label: W.doneBy, max: 200, row: 'who' }),
    place: optionalLine({ label: W.place, max: 200, row: 'who' }),
    paperNo: optionalLine({ label: W.paperNo, max: 100, code: true }),
  },
}

/** What a producer says who asks an officer for that. */
export const CHECK_REQUEST = {
  fields: {
    check: line({ label: W.check, max: 250 }),
    reason: prose({ label: W.reason, hint: W.askHint, max: 500 }),
  },
}

/** An officer's word that a batch may go out although a check is not passed. */
export const CHECK_ALLOWANCE = {
  fields: {
    check: line({ label: W.check, max: 250 }),
    reason: prose({ label: W.reason, max: 500 }),
    documentNo: optionalLine({ label: W.documentNo, max: 100, code: true }),
  },
}
