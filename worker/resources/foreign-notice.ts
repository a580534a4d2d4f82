import { FIELD_FAULTS } from '../copy/field-faults.ts'
import { CASE_OUTCOME_NAMES } from '../copy/portal/case-names.ts'
import { DECISION_REASON_NAMES } from '../copy/portal/decision.ts'
import {
  CAUSE_NAMES,
  RECHECK_NAMES,
  SUBJECT_KIND_NAMES,
} from '../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as W } from '../copy/portal/foreign-notices.ts'
import { marketOf } from '../domain/lists/vocabulary/markets.ts'
import { choice, day, line, lines, optionalChoice, optionalDay, simple } from './fields.ts'
import { optionalCount } from './number-fields.ts'
import { optionalProse, prose } from './prose-fields.ts'
import { fault, readText } from './read-text.ts'

const DOMESTIC = 'VNM'
/** Working days; importing countries give weeks or months, and each day is looked up. */
const MOST_TERM_DAYS = 500

/** A market abroad, of the one list of markets; the page offers them by name. */
const marketAbroad = simple<string>(
  { label: W.market, row: 'from' },
  {
    schema: readText({ max: 80, read: abroad, blank: null }),
    input: { required: true },
    text: (market) => market,
  },
)

function abroad(text: string): string {
  const market = marketOf(text)
  return market === null || market === DOMESTIC ? fault(FIELD_FAULTS.notAChoice) : market
}

/** What a notice says of itself. */
export const FOREIGN_NOTICE = {
  fields: {
    number: line({ label: W.noticeNumber, max: 100, code: true, row: 'from' }),
    market: marketAbroad,
    issuer: line({ label: W.issuer, hint: W.issuerHint, max: 200 }),
    receivedOn: day({ label: W.receivedOn, row: 'days' }),
    dueOn: optionalDay({ label: W.dueOn, hint: W.dueHint, row: 'days' }),
    termDays: optionalCount({
      ...{ label: W.termDays, hint: W.termHint, row: 'days', most: MOST_TERM_DAYS },
    }),
    subjectKind: choice({ label: W.subjectKind, choices: SUBJECT_KIND_NAMES, row: 'subject' }),
    subject: line({ label: W.subject, hint: W.subjectHint, max: 200, row: 'subject' }),
    summary: optionalProse({ label: W.summary, max: 4_000 }),
  },
}

/** The forms by which codes of a notice move on. */
export const NOTICE_ASSIGNMENT = { fields: { assignedTo: line({ label: W.assignee, max: 60 }) } }
export const NOTICE_CAUSE = {
  fields: {
    cause: choice({ label: W.cause, choices: CAUSE_NAMES }),
    causeText: prose({ label: W.causeText, max: 4_000 }),
  },
}
export const NOTICE_REPORT = { fields: { text: prose({ label: W.reportText, max: 4_000 }) } }
export const NOTICE_RETURN = { fields: { text: prose({ label: W.returnText, max: 2_000 }) } }
export const NOTICE_RECHECK = {
  fields: {
    result: choice({ label: W.recheckResult, choices: RECHECK_NAMES }),
    text: prose({ label: W.recheckText, hint: W.recheckHint, max: 4_000 }),
  },
}
export const NOTICE_REPLY = {
  fields: {
    paperNo: line({ label: W.replyPaperNo, max: 100, code: true, row: 'paper' }),
    repliedOn: day({ label: W.repliedOn, row: 'paper' }),
    text: optionalProse({ label: W.note, max: 2_000 }),
  },
}
export const NOTICE_CLOSING = {
  fields: {
    outcome: choice({ label: W.outcome, choices: CASE_OUTCOME_NAMES }),
    text: prose({ label: W.closingText, max: 2_000 }),
  },
}
export const NOTICE_REASON = { fields: { text: prose({ label: W.reason, max: 2_000 }) } }

/** What is decided on all codes that are meant, in the market of the notice. */
export const NOTICE_DECISION = {
  fields: {
    effectiveOn: day({ label: W.effectiveOn, row: 'decision' }),
    documentNo: line({ label: W.documentNo, max: 100, code: true, row: 'decision' }),
    reasonCode: choice({ label: W.reasonCode, choices: DECISION_REASON_NAMES }),
    reason: line({ label: W.reason, max: 500 }),
  },
}

/** A holder's answer for codes of theirs. */
export const NOTICE_ANSWER = {
  fields: {
    items: lines({
      ...{ label: W.answerItems, max: 60, most: 5_000 },
      ...{ type: 'checks', required: true },
    }),
    cause: optionalChoice({ label: W.answerCause, hint: W.answerCauseHint, choices: CAUSE_NAMES }),
    text: prose({ label: W.answerText, hint: W.answerHint, max: 4_000 }),
  },
}
