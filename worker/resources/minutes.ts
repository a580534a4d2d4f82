import { INSPECTIONS_COPY as I, INSPECTION_KIND_NAMES } from '../copy/portal/inspections.ts'
import { MINUTES_COPY as W } from '../copy/portal/minutes.ts'
import { choice, optionalLine } from './fields.ts'

/** What is settled before minutes are begun at a desk. */
export const MINUTES_START = {
  fields: {
    code: optionalLine({ label: I.code, hint: W.codeHint, max: 100, code: true }),
    kind: choice({ label: I.kind, choices: INSPECTION_KIND_NAMES, initial: 'periodic' }),
    formId: optionalLine({ label: W.form, hint: W.formHint, max: 80 }),
  },
}
