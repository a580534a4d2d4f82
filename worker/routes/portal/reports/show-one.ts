import type { DetailSection, Link, Note } from '../../../../site/models/records.ts'
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
import { doneOf } from '../done-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
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
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: REPORT_REASON_NAMES[report.reason][lang],
    back: { href: REPORTS_PATH, text: W.title[lang] },
    done: doneOf(portal, DONE),
    notes: notesOf(opened, lang),
    ...(isOpen ? { primary: { href: `${path}/answer`, text: W.answer[lang] } } : {}),
    links: isOpen ? linksOf(path, lang) : firstOf(report, lang),
    buttons:
      isOpen && isWaiting
        ? [{ action: `${path}/take-up`, text: W.takeUp[lang], look: 'plain' }]
        : [],
    facts: factsOf(opened, { lang, issuer: portal.deps.issuerName }),
    sections: [
      ...photoSection(opened, lang),
      answersSection(answers, lang),
      ...(report.joinedTo === null ? [joinedSection(others, lang)] : []),
    ],
  })
}

function notesOf({ report, mayAnswer }: ShownReport, lang: Language): Note[] {
  if (report.joinedTo !== null) return [{ kind: 'note', text: W.isJoined[lang] }]
  if (report.state === 'set_aside') return [{ kind: 'warning', text: W.setAsideNote[lang] }]
  return mayAnswer && report.contact !== null ? [{ kind: 'note', text: W.contactNote[lang] }] : []
}

function linksOf(path: string, lang: Language): Link[] {
  return [
    { href: `${path}/close`, text: W.close[lang] },
    { href: `${path}/join`, text: W.join[lang] },
    { href: `${path}/pass-on`, text: W.passOn[lang] },
  ]
}

function firstOf({ joinedTo }: Pick<ReportRow, 'joinedTo'>, lang: Language): Link[] {
  return joinedTo === null ? [] : [{ href: reportPath(joinedTo), text: W.openFirst[lang] }]
}

function factsOf(
  opened: ShownReport,
  { lang, issuer }: { readonly lang: Language; readonly issuer: string },
) {
  const { report, organisation, ref, toldProvince, mayAnswer } = opened
  const { state, outcome, contact, doubts } = report
  return [
    { label: W.state[lang], text: REPORT_QUEUE_NAMES[state][lang] },
    ...(outcome === null
      ? []
      : [{ label: W.outcome[lang], text: REPORT_OUTCOME_NAMES[outcome][lang] }]),
    { label: W.sentAt[lang], text: formatAt(report.createdAt, lang) },
    { label: W.details[lang], text: report.details },
    { label: W.shop[lang], text: report.shop },
    { label: W.address[lang], text: report.address },
    { label: W.province[lang], text: toldProvince },
    ...(mayAnswer ? [{ label: W.contact[lang], text: contact }] : []),
    { label: W.about[lang], text: reportAbout(opened, lang) },
    ...(organisation === null ? [] : [{ label: W.producer[lang], text: organisation }]),
    ...(ref === null ? [] : [{ label: W.batch[lang], text: ref, code: true }]),
    { label: W.label[lang], text: report.labelText, code: true },
    { label: W.verdict[lang], text: reportedHeadline(report.verdict, issuer)?.[lang] ?? null },
    ...(doubts.length === 0
      ? []
      : [
          {
            label: W.doubts[lang],
            text: doubts.map((doubt) => REPORT_DOUBT_NAMES[doubt][lang]).join(', '),
          },
        ]),
  ]
}

function photoSection({ report }: ShownReport, lang: Language): DetailSection[] {
  if (report.photoKey === null) return []
  const href = `${reportPath(report.id)}/photo`
  const images = [{ url: href, alt: W.photo[lang], width: 800, height: 800 }]
  return [{ id: 'photo', title: W.photo[lang], images, links: [{ href, text: W.openPhoto[lang] }] }]
}

function answersSection(answers: readonly AnswerRow[], lang: Language): DetailSection {
  return {
    id: 'answers',
    title: W.answers[lang],
    table: {
      columns: [W.answeredAt, W.answer].map((name) => ({ name: name[lang] })),
      rows: answers.map(({ answeredAt, authority, text }) => [
        { text: formatAt(answeredAt, lang), small: authority },
        { text },
      ]),
      empty: W.noAnswers[lang],
    },
  }
}

function joinedSection(joined: ShownReport['others'], lang: Language): DetailSection {
  return {
    id: 'joined',
    title: W.joined[lang],
    table: {
      columns: [W.sentAt, W.details, W.where].map((name) => ({ name: name[lang] })),
      rows: joined.map(({ id, createdAt, details, shop, address }) => [
        { text: formatAt(createdAt, lang), href: reportPath(id) },
        { text: details ?? '' },
        { text: shop ?? '', small: address },
      ]),
      empty: W.joinedNone[lang],
    },
  }
}
