import {
  AGENCY_NAMES,
  CASE_KIND_NAMES,
  CASE_OUTCOME_NAMES,
  SUBJECT_NAMES,
} from '../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../copy/portal/cases.ts'
import { choice, day, line, optionalDay, optionalLine } from './fields.ts'
import { optionalProse, prose } from './prose-fields.ts'

/** What a case is. */
export const CASE = {
  fields: {
    kind: choice({ label: W.kind, choices: CASE_KIND_NAMES }),
    title: line({ label: W.name, hint: W.nameHint, max: 200 }),
    summary: optionalProse({ label: W.summary, max: 4_000 }),
    dueOn: optionalDay({ label: W.due }),
  },
}

/** What it is about. */
export const CASE_SUBJECT = {
  fields: {
    aboutKind: choice({ label: W.aboutKind, choices: SUBJECT_NAMES, row: 'about' }),
    aboutText: line({ label: W.aboutText, hint: W.aboutHint, max: 2_000, row: 'about' }),
  },
}

/** The forms by which one moves on. */
export const CASE_NOTE = { fields: { text: prose({ label: W.text, max: 4_000 }) } }
export const CASE_ASSIGNMENT = {
  fields: {
    assignedTo: line({ label: W.assigned, max: 60 }),
    dueOn: optionalDay({ label: W.due }),
  },
}
export const CASE_REASON = { fields: { text: prose({ label: W.reason, max: 2_000 }) } }
export const CASE_CLOSING = {
  fields: {
    outcome: choice({ label: W.outcome, choices: CASE_OUTCOME_NAMES }),
    text: prose({ label: W.text, max: 4_000 }),
  },
}
export const CASE_HANDING_OVER = {
  fields: {
    agencyKind: choice({ label: W.agency, choices: AGENCY_NAMES }),
    agencyName: line({ label: W.agencyName, max: 200 }),
    agencyId: optionalLine({ label: W.agencyAccount, hint: W.agencyAccountHint, max: 60 }),
    handedPaperNo: line({ label: W.paperNo, max: 100, code: true, row: 'paper' }),
    handedOn: day({ label: W.handedOn, row: 'paper' }),
  },
}
export const EVIDENCE_TITLE = { fields: { title: line({ label: W.evidenceTitle, max: 200 }) } }
