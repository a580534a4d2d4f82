import { MARKETS } from '../copy/markets.ts'
import { MINISTRY_COPY as W } from '../copy/portal/ministry-lists.ts'
import { choice, day, line, optionalChoice } from './fields.ts'
import { optionalProse, prose } from './prose-fields.ts'

const { VNM: _, ...ABROAD } = MARKETS

/** What is said when a list goes to the ministry. */
export const MINISTRY_SENDING = {
  fields: {
    market: optionalChoice({ label: W.which, hint: W.whichHint, choices: ABROAD }),
    documentNo: line({ label: W.document, max: 100, code: true, row: 'paper' }),
    sentOn: day({ label: W.sentOn, row: 'paper' }),
  },
}

/** What an answer says of all its rows; a file says the rest. */
export const MINISTRY_ANSWER = {
  fields: {
    outcome: choice({
      label: W.outcome,
      choices: { active: W.approved, cancelled: W.rejected },
    }),
    documentNo: line({ label: W.answerDocument, max: 100, code: true, row: 'paper' }),
    effectiveOn: day({ label: W.answerDay, row: 'paper' }),
    list: optionalProse({ label: W.answerList, max: 60_000 }),
  },
}

/** Why a list is taken back. */
export const MINISTRY_TAKING_BACK = {
  fields: { reason: prose({ label: W.why, max: 500 }) },
}
