import { REPORTS_COPY as W } from '../../../copy/portal/reports.ts'
import { REPORT_COPY, REPORT_OUTCOME_NAMES } from '../../../copy/report.ts'
import { choice, line } from '../../../resources/fields.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { optionalLines } from '../../../resources/prose-fields.ts'
import { inputOf } from '../../../resources/resource.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import {
  answerReport,
  closeReport,
  joinReport,
  passReportOn,
  takeUpReport,
} from '../../../verbs/reports/handle-report.ts'
import { readReports } from '../../../verbs/reports/list-reports.ts'
import { openReport } from '../../../verbs/reports/open-report.ts'
import { photoOfReport } from '../../../verbs/reports/photo-of-report.ts'
import { provinceChoices, requireProvince } from '../../../verbs/reports/province-choices.ts'
import { actOnce } from '../act-once.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { privateFile } from '../private-file.ts'
import { recordForm } from '../record-form.ts'
import { seeOther } from '../show-portal-page.ts'
import { REPORTS_PATH as PATH, reportLine, reportPath } from './report-line.ts'
import { showReportList } from './show-list.ts'
import { showOneReport } from './show-one.ts'

const may = 'reports.answer'
const MOST_OTHERS = 50
const load = (portal: Portal) => openReport(portal.ctx, portal.param('id'), may)

const told = { label: W.answerText, hint: W.answerNote, max: 2_000 }
const ANSWER = { fields: { text: line(told) } }
const CLOSING = {
  fields: {
    outcome: choice({ label: W.outcome, choices: REPORT_OUTCOME_NAMES }),
    text: optionalLines(told),
  },
}

/** What shoppers report: the queue, and what officers do with it. */
export const reportRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'reports.read', handle: showReportList },
  { method: 'GET', path: `${PATH}/:id`, may: 'reports.read', handle: showOneReport },
  { method: 'GET', path: `${PATH}/:id/photo`, may: 'reports.read', handle: sendPhoto },
  { method: 'POST', path: `${PATH}/:id/take-up`, may, handle: takeUp },
  ...recordForm({
    path: `${PATH}/:id/answer`,
    may,
    load,
    asks: ANSWER,
    back: ({ report }) => reportPath(report.id),
    once: async ({ ctx, texts }, { report: { id } }) =>
      answerReport({ ctx, input: { id, ...parseInput(inputOf(ANSWER), texts) } }),
    done: 'answered',
    page: ({ lang }, { loaded: { report } }) => ({
      title: W.answerTitle[lang],
      facts: [{ label: W.details[lang], text: report.details }],
      save: W.answer[lang],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/close`,
    may,
    load,
    asks: CLOSING,
    back: ({ report }) => reportPath(report.id),
    once: async ({ ctx, texts }, { report: { id } }) =>
      closeReport({ ctx, input: { id, ...parseInput(inputOf(CLOSING), texts) } }),
    done: 'closed',
    page: ({ lang }) => ({ title: W.closeTitle[lang], save: W.close[lang] }),
  }),
  ...recordForm({
    path: `${PATH}/:id/join`,
    may,
    load: async (portal) => ({ opened: await load(portal), others: await othersOf(portal) }),
    back: ({ opened }) => reportPath(opened.report.id),
    act: async (sent) => {
      const { to = '' } = sent.texts
      await actOnce(sent, (ctx) => joinReport({ ctx, input: { id: sent.param('id'), to } }))
      return to
    },
    done: (to) => `${reportPath(to)}?done=joined`,
    page: ({ lang }, { loaded: { others } }) => ({
      title: W.join[lang],
      note: (others.length === 0 ? W.noOthers : W.joinNote)[lang],
      save: W.join[lang],
      inputs: [select('to', W.joinTo[lang], others)],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/pass-on`,
    may,
    load: async (portal) => ({
      opened: await load(portal),
      provinces: await provinceChoices(portal.ctx),
    }),
    back: ({ opened }) => reportPath(opened.report.id),
    once: async ({ ctx, param, texts: { provinceCode = '' } }) => {
      await requireProvince(ctx, provinceCode)
      return passReportOn({ ctx, input: { id: param('id'), provinceCode } })
    },
    done: () => `${PATH}?done=passed`,
    page: ({ lang }, { loaded: { provinces } }) => ({
      title: W.passOn[lang],
      note: W.passOnNote[lang],
      save: W.passOn[lang],
      inputs: [select('provinceCode', REPORT_COPY.province[lang], provinces)],
    }),
  }),
]

async function takeUp(portal: Portal): Promise<Response> {
  const id = portal.param('id')
  await takeUpReport({ ctx: portal.ctx, input: { id } })
  return seeOther(portal, `${reportPath(id)}?done=taken`)
}

async function sendPhoto({ ctx, deps, param }: Portal): Promise<Response> {
  return privateFile(await photoOfReport(ctx, { files: deps.files, id: param('id') }))
}

/** Other open reports, the newest of each queue. */
async function othersOf(portal: Portal) {
  const { ctx, lang } = portal
  const asked = { cursor: null, limit: MOST_OTHERS }
  const [fresh, taken] = await Promise.all([
    readReports(ctx, { state: 'new', ...asked }),
    readReports(ctx, { state: 'in_progress', ...asked }),
  ])
  return [...taken.rows, ...fresh.rows]
    .filter(({ report }) => report.id !== portal.param('id'))
    .map((listed) => ({ value: listed.report.id, text: reportLine(listed, lang) }))
}

function select(
  name: string,
  label: string,
  choices: readonly { readonly value: string; readonly text: string }[],
): FormInput {
  return { name, label, type: 'select', required: true, choices }
}
