import { fill } from '../../copy/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../copy/format.ts'
import {
  AGENCY_NAMES,
  CASE_EVENT_NAMES,
  CASE_KIND_NAMES,
  CASE_OUTCOME_NAMES,
  CASE_STATE_NAMES,
  SUBJECT_NAMES,
} from '../../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../../copy/portal/cases.ts'
import { FINDING_SEVERITY_NAMES, FINDING_STATE_NAMES } from '../../copy/portal/findings.ts'
import { SIGNED_PAPER as P } from '../../copy/portal/signed-paper.ts'
import type { TextPaper } from '../../lib/print/text-paper.ts'
import type { CheckedEvidence } from '../evidence/evidence.ts'
import { checkedAt, knownFacts, type PaperMade, paperPart } from '../signed-papers/paper-text.ts'
import type { ShownCase } from './show-case.ts'

/** What a paper of a case says, as of an instant: every file with whether it is still what was handed in. */
export function casePaper(
  shown: Omit<ShownCase, 'evidence'> & { readonly evidence: readonly CheckedEvidence[] },
  made: PaperMade,
): TextPaper {
  const { number, subjects, evidence, findings, events } = shown
  const title = fill(P.caseTitle, { number })
  return {
    head: made.authority,
    title,
    foot: fill(P.foot, { title, at: formatAt(made.at, 'vi') }),
    facts: factsOf(shown),
    parts: [
      paperPart(
        W.subjects.vi,
        subjects.map(({ kind, shown: name }) =>
          fill(P.subjectLine, { kind: SUBJECT_NAMES[kind].vi, shown: name }),
        ),
      ),
      paperPart(
        W.evidence.vi,
        evidence.map((row) =>
          fill(P.evidenceLine, {
            ...{ title: row.title, fileName: row.fileName, sha256: row.sha256 },
            ...{ bytes: formatNumber(row.bytes, 'vi'), found: W[row.found].vi },
          }),
        ),
      ),
      paperPart(
        W.findings.vi,
        findings.map((row) =>
          fill(P.findingLine, {
            ...{ shown: row.shown, text: row.text },
            severity: FINDING_SEVERITY_NAMES[row.severity].vi,
            state: FINDING_STATE_NAMES[row.state].vi,
          }),
        ),
      ),
      paperPart(
        W.timeline.vi,
        events.map((row) =>
          fill(P.eventLine, {
            ...{ at: formatAt(row.at, 'vi'), who: row.actorName ?? W.machine.vi },
            ...{ kind: CASE_EVENT_NAMES[row.kind].vi, text: row.text ?? '' },
          }),
        ),
      ),
    ],
    address: checkedAt(made, P.check),
  }
}

function factsOf({ row, number }: Pick<ShownCase, 'row' | 'number'>) {
  const agency =
    row.agencyKind === null ? null : `${AGENCY_NAMES[row.agencyKind].vi}: ${row.agencyName}`
  return knownFacts([
    [W.number.vi, number],
    [W.name.vi, row.title],
    [W.kind.vi, CASE_KIND_NAMES[row.kind].vi],
    [W.state.vi, CASE_STATE_NAMES[row.state].vi],
    [W.outcome.vi, row.outcome === null ? null : CASE_OUTCOME_NAMES[row.outcome].vi],
    [W.opened.vi, formatAt(row.openedAt, 'vi')],
    [W.openedBy.vi, row.openedByName],
    [W.assigned.vi, row.assignedName],
    [W.due.vi, row.dueOn === null ? null : formatOn(row.dueOn, 'vi')],
    [W.agency.vi, agency],
    [W.paperNo.vi, row.handedPaperNo],
    [W.summary.vi, row.summary],
  ])
}
