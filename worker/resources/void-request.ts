import { EXCEPTION_NAMES, LABELS_COPY as W } from '../copy/portal/labels.ts'
import { choice, line } from './fields.ts'
import { optionalCount } from './number-fields.ts'

const { void: spoiled, lost, stolen } = EXCEPTION_NAMES

/** What somebody says who reports labels as void or lost. */
export const VOID_REQUEST = {
  fields: {
    kind: choice({ label: W.voidKind, choices: { void: spoiled, lost, stolen } }),
    from: optionalCount({ label: W.from, hint: W.rangeHint, row: 'range' }),
    to: optionalCount({ label: W.to, row: 'range' }),
    reason: line({ label: W.reason, max: 500 }),
  },
}
