import { CASES_COPY } from '../copy/portal/cases.ts'
import {
  FINDING_OUTCOME_NAMES,
  FINDING_SEVERITY_NAMES,
  FINDING_SUBJECT_NAMES,
  FINDINGS_COPY as W,
} from '../copy/portal/findings.ts'
import { choice, day, line, optionalDay, optionalLine } from './fields.ts'
import { optionalProse, prose } from './prose-fields.ts'

/** What an inspector puts down of a finding. */
export const FINDING = {
  fields: {
    severity: choice({ label: W.severity, choices: FINDING_SEVERITY_NAMES, row: 'how' }),
    foundOn: day({ label: W.foundOn, row: 'how' }),
    text: prose({ label: W.what, hint: W.whatHint, max: 4_000 }),
    action: optionalProse({ label: W.action, max: 2_000 }),
    dueOn: optionalDay({ label: W.due }),
    placeNote: optionalLine({ label: W.place, max: 200, audit: 'hidden' }),
  },
}

/** Where it was found. */
export const FINDING_SUBJECT = {
  fields: {
    aboutKind: choice({ label: W.about, choices: FINDING_SUBJECT_NAMES, row: 'about' }),
    aboutText: line({
      label: CASES_COPY.aboutText,
      hint: CASES_COPY.aboutHint,
      max: 2_000,
      row: 'about',
    }),
  },
}

/** The forms by which one moves on. */
export const FINDING_TELLING = {
  fields: {
    action: prose({ label: W.action, max: 2_000 }),
    dueOn: day({ label: W.due }),
  },
}
export const FINDING_ANSWER = { fields: { text: prose({ label: W.answerText, max: 2_000 }) } }
export const FINDING_RETURN = {
  fields: { text: prose({ label: W.returnText, max: 2_000 }), dueOn: day({ label: W.due }) },
}
export const FINDING_CLOSING = {
  fields: {
    outcome: choice({ label: W.outcome, choices: FINDING_OUTCOME_NAMES }),
    text: prose({ label: W.followUp, max: 2_000 }),
  },
}
