import { RECALL_HANDLING_NAMES, RECALL_COPY as W } from '../copy/portal/recall.ts'
import { choice, line, optionalDay, optionalLine } from './fields.ts'
import { optionalDecimal } from './number-fields.ts'

/** What somebody says who recalls. */
export const RECALL_REQUEST = {
  fields: {
    reasonVi: line({ label: W.reasonVi, hint: W.reasonHint, max: 500 }),
    reasonEn: optionalLine({ label: W.reasonEn, hint: W.otherHint, max: 500 }),
    reasonZh: optionalLine({ label: W.reasonZh, hint: W.otherHint, max: 500 }),
    documentNo: optionalLine({ label: W.documentNo, max: 100, code: true }),
  },
}

/** By what the batches of a recall are found. */
export const RECALL_SEARCH = {
  fields: {
    by: choice({
      label: W.by,
      choices: {
        batch: W.byBatch,
        product: W.byProduct,
        area: W.byArea,
        input: W.byInput,
        packed: W.byPacked,
      },
    }),
    what: optionalLine({ label: W.what, hint: W.whatHint, max: 200 }),
    fromOn: optionalDay({ label: W.fromOn, row: 'days' }),
    toOn: optionalDay({ label: W.toOn, row: 'days' }),
  },
}

/** What somebody says of goods they received. */
export const RECALL_ANSWER = {
  fields: {
    foundKg: optionalDecimal({ label: W.found, unit: null, row: 'kg' }),
    returnedKg: optionalDecimal({ label: W.returned, unit: null, row: 'kg' }),
    note: optionalLine({ label: W.comment, max: 500 }),
  },
}

/** How a recall ends. */
export const RECALL_CLOSING = {
  fields: {
    handling: choice({ label: W.handling, choices: RECALL_HANDLING_NAMES }),
    closingNote: optionalLine({ label: W.closingNote, max: 500 }),
  },
}
