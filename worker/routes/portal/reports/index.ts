import { REPORTS_COPY as W } from '../../../copy/portal/reports.ts'
import { REPORT_COPY, REPORT_OUTCOME_NAMES } from '../../../copy/report.ts'
import { choice, line, simple } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { readLines } from '../../../resources/read-text.ts'
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
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { privateFile } from '../private-file.ts'
import { seeOther } from '../show-portal-page.ts'
import { REPORTS_PATH as PATH, reportLine, reportPath } from './report-line.ts'
import { showReportList } from './show-list.ts'
import { showOneReport } from './show-one.ts'

const may = 'reports.answer'
const MOST_OTHERS = 50
const load = (portal: Portal) => openReport(portal.ctx, portal.param('id'), may)

const told = simple<string | null>(
  { label: W.answerText, hint: W.answerNote },
  {
    schema: readLines({ max: 2_000 }),
    input: { type: 'textarea', maxlength: 2_000 },
    text: (value) => value ?? '',
  },
)
const ANSWER = { fields: { text: line({ label: W.answerText, hint: W.answerNote, max: 2_000 }) } }
const CLOSING = {
  fields: { outcome: choice({ label: W.outcome, choices: REPORT_OUTCOME_NAMES }), text: told },
}

/** What shoppers report: the queue, and what officers do with it. */
export const reportRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'reports.read', handle: showReportList },
  { method: 'GET', path: `${PATH}/:id`, may: 'reports.read', handle: showOneReport },
  { method: 'GET', path: `${PATH}/:id/photo`, may: 'reports.read', handle: sendPhoto },
  { method: 'POST', path: `${PATH}/:id/take-up`, may, handle: takeUp },
  ...formRoute({
    path: `${PATH}/:id/answer`,
    may,
    load,
    values: () => ({}),
    act: async (portal) => {
      const id = portal.param('id')
      const { text } = parseInput(inputOf(ANSWER), typedValues(portal.form))
      await actOnce(portal, (ctx) => answerReport({ ctx, input: { id, text } }))
      return `${reportPath(id)}?done=answered`
    },
    page: ({ lang }, { loaded: { report }, form }) => ({
      kind: 'portal/record',
      title: W.answerTitle[lang],
      facts: [{ label: W.details[lang], text: report.details }],
      id: null,
      action: `${reportPath(report.id)}/answer`,
      backHref: reportPath(report.id),
      save: W.answer[lang],
      inputs: formInputs(ANSWER, { lang }),
      form,
    }),
  }),
  ...formRoute({
    path: `${PATH}/:id/close`,
    may,
    load,
    values: () => ({}),
    act: async (portal) => {
      const id = portal.param('id')
      const closing = parseInput(inputOf(CLOSING), typedValues(portal.form))
      await actOnce(portal, (ctx) => closeReport({ ctx, input: { id, ...closing } }))
      return `${reportPath(id)}?done=closed`
    },
    page: ({ lang }, { loaded: { report }, form }) => ({
      kind: 'portal/record',
      title: W.closeTitle[lang],
      id: null,
      action: `${reportPath(report.id)}/close`,
      backHref: reportPath(report.id),
      save: W.close[lang],
      inputs: formInputs(CLOSING, { lang }),
      form,
    }),
  }),
  ...formRoute({
    path: `${PATH}/:id/join`,
    may,
    load: async (portal) => ({ opened: await load(portal), others: await othersOf(portal) }),
    values: () => ({}),
    act: async (portal) => {
      const id = portal.param('id')
      const { to = '' } = typedValues(portal.form)
      await actOnce(portal, (ctx) => joinReport({ ctx, input: { id, to } }))
      return `${reportPath(to)}?done=joined`
    },
    page: ({ lang }, { loaded: { opened, others }, form }) => ({
      kind: 'portal/record',
      title: W.join[lang],
      note: (others.length === 0 ? W.noOthers : W.joinNote)[lang],
      id: null,
      action: `${reportPath(opened.report.id)}/join`,
      backHref: reportPath(opened.report.id),
      save: W.join[lang],
      inputs: [select('to', W.joinTo[lang], others)],
      form,
    }),
  }),
  ...formRoute({
    path: `${PATH}/:id/pass-on`,
    may,
    load: async (portal) => ({
      opened: await load(portal),
      provinces: await provinceChoices(portal.ctx),
    }),
    values: () => ({}),
    act: async (portal) => {
      const id = portal.param('id')
      const { provinceCode = '' } = typedValues(portal.form)
      await requireProvince(portal.ctx, provinceCode)
      await actOnce(portal, (ctx) => passReportOn({ ctx, input: { id, provinceCode } }))
      return `${PATH}?done=passed`
    },
    page: ({ lang }, { loaded: { opened, provinces }, form }) => ({
      kind: 'portal/record',
      title: W.passOn[lang],
      note: W.passOnNote[lang],
      id: null,
      action: `${reportPath(opened.report.id)}/pass-on`,
      backHref: reportPath(opened.report.id),
      save: W.passOn[lang],
      inputs: [select('provinceCode', REPORT_COPY.province[lang], provinces)],
      form,
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
