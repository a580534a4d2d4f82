import { formatAt } from '../../../copy/format.ts'
import {
  REPORT_DOUBT_NAMES,
  REPORT_QUEUE_NAMES,
  REPORTS_COPY as W,
} from '../../../copy/portal/reports.ts'
import { REPORT_OUTCOME_NAMES, REPORT_REASON_NAMES } from '../../../copy/report.ts'
import { reportedHeadline } from '../../../copy/reported-verdict.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import {
  type AnswerRow,
  type ReportRow,
  type ShownReport,
  showReport,
} from '../../../verbs/reports/show-report.ts'
import type { Portal } from '../portal-route.ts'
import {
  type Links,
  type Notes,
  type Section,
  type Sections,
  showDetailPage,
} from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { REPORTS_PATH, reportAbout, reportPath } from './report-line.ts'

const DONE = {
  taken: W.doneTaken,
  answered: W.doneAnswered,
  closed: W.doneClosed,
  joined: W.doneJoined,
}

/** `GET /portal/reports/{id}`. */
export async function showOneReport(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const opened = await showReport(ctx, param('id'))
  const { report, mayAnswer, answers, others } = opened
  const isOpen = mayAnswer && report.joinedTo === null && report.state !== 'closed'
  const path = reportPath(report.id)
  const isWaiting = report.state === 'new' || report.state === 'set_aside'
  return showDetailPage(portal, {
    title: REPORT_REASON_NAMES[report.reason],
    back: { href: REPORTS_PATH, text: W.title },
    done: DONE,
    notes: notesOf(opened),
    primary: isOpen ? { href: `${path}/answer`, text: W.answer } : undefined,
    links: isOpen ? linksOf(path) : firstOf(report),
    buttons:
      isOpen && isWaiting ? [{ action: `${path}/take-up`, text: W.takeUp, look: 'plain' }] : [],
    facts: factsOf(opened, { lang, issuer: portal.deps.issuerName }),
    sections: [
      ...photoSection(opened, lang),
      answersSection(answers, lang),
      report.joinedTo === null && joinedSection(others, lang),
    ],
  })
}

function notesOf({ report, mayAnswer }: ShownReport): Notes {
  if (report.joinedTo !== null) return [{ kind: 'note', text: W.isJoined }]
  if (report.state === 'set_aside') return [{ kind: 'warning', text: W.setAsideNote }]
  return mayAnswer && report.contact !== null ? [{ kind: 'note', text: W.contactNote }] : []
}

function linksOf(path: string): Links {
  return [
    { href: `${path}/close`, text: W.close },
    { href: `${path}/join`, text: W.join },
    { href: `${path}/pass-on`, text: W.passOn },
  ]
}

function firstOf({ joinedTo }: Pick<ReportRow, 'joinedTo'>): Links {
  return joinedTo === null ? [] : [{ href: reportPath(joinedTo), text: W.openFirst }]
}

function factsOf(
  opened: ShownReport,
  { lang, issuer }: { readonly lang: Language; readonly issuer: string },
) {
  const { report, organisation, ref, toldProvince, mayAnswer } = opened
  const { state, outcome, contact, doubts } = report
  return [
    { label: W.state, text: REPORT_QUEUE_NAMES[state] },
    outcome !== null && { label: W.outcome, text: REPORT_OUTCOME_NAMES[outcome] },
    { label: W.sentAt, text: formatAt(report.createdAt, lang) },
    { label: W.details, text: report.details },
    { label: W.shop, text: report.shop },
    { label: W.address, text: report.address },
    { label: W.province, text: toldProvince },
    mayAnswer && { label: W.contact, text: contact },
    { label: W.about, text: reportAbout(opened, lang) },
    organisation !== null && { label: W.producer, text: organisation },
    ref !== null && { label: W.batch, text: ref, code: true },
    { label: W.label, text: report.labelText, code: true },
    { label: W.verdict, text: reportedHeadline(report.verdict, issuer) ?? null },
    doubts.length > 0 && {
      label: W.doubts,
      text: doubts.map((doubt) => REPORT_DOUBT_NAMES[doubt][lang]).join(', '),
    },
  ]
}

function photoSection({ report }: ShownReport, lang: Language): Sections {
  if (report.photoKey === null) return []
  const href = `${reportPath(report.id)}/photo`
  const images = [{ url: href, alt: W.photo[lang], width: 800, height: 800 }]
  return [{ id: 'photo', title: W.photo, images, links: [{ href, text: W.openPhoto }] }]
}

function answersSection(answers: readonly AnswerRow[], lang: Language): Section {
  return tableSection('answers', answers, {
    title: W.answers,
    columns: [
      column(W.answeredAt, (row) => ({
        text: formatAt(row.answeredAt, lang),
        small: row.authority,
      })),
      column(W.answer, ({ text }) => text),
    ],
    empty: W.noAnswers,
  })
}

function joinedSection(joined: ShownReport['others'], lang: Language): Section {
  return tableSection('joined', joined, {
    title: W.joined,
    columns: [
      column(W.sentAt, (row) => ({
        text: formatAt(row.createdAt, lang),
        href: reportPath(row.id),
      })),
      column(W.details, ({ details }) => details ?? ''),
      column(W.where, ({ shop, address }) => ({ text: shop ?? '', small: address })),
    ],
    empty: W.joinedNone,
  })
}
