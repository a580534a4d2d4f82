import { SHARE_COPY as W } from '../copy/portal/share.ts'
import { choice, day, line, lines } from './fields.ts'

/** What somebody says who makes a link for a buyer. */
export const SHARE_REQUEST = {
  fields: {
    buyer: line({ label: W.buyer, hint: W.buyerHint, max: 200 }),
    lastDay: day({ label: W.lastDay, hint: W.lastDayHint }),
    trace: choice({
      label: W.trace,
      choices: { step: W.traceStep, whole: W.traceWhole, none: W.traceNone },
    }),
    shows: lines({ label: W.shows, max: 20, most: 2, type: 'checks' }),
    papers: lines({ label: W.papers, hint: W.papersHint, max: 60, most: 50, type: 'checks' }),
  },
}
