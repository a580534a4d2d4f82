import { LABELS_COPY as W } from '../copy/portal/labels.ts'
import { choice, line, lines } from './fields.ts'
import { count } from './number-fields.ts'

/** What somebody asks who prints labels of a batch. */
export const LABEL_REQUEST = {
  fields: {
    kind: choice({
      ...{ label: W.kind, hint: W.kindHint },
      choices: { unit: W.unit, batch: W.wholeBatch },
    }),
    count: count({ label: W.count, hint: W.countPlain }),
    /** One of those offered: see `labelStocks`. */
    stock: line({ label: W.stock, max: 60 }),
    profile: choice({
      label: W.profile,
      hint: W.profileHint,
      choices: { full: W.full, compact: W.compact, gs1: W.gs1 },
      group: 'more',
    }),
    /** Ticked: a PIN under a scratch layer on each unit's label. */
    pin: lines({
      ...{ label: W.pin, hint: W.pinHint, group: 'more' },
      ...{ max: 3, most: 1, type: 'checks' as const },
    }),
  },
  groups: { more: W.moreGroup },
}
