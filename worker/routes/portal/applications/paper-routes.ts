import { fill } from '../../../copy/fill.ts'
import { APPLICATION_PAPER_NAMES } from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import { knowApplication } from '../../../verbs/applications/application-facts.ts'
import {
  addApplicationPaper,
  openApplicationPaper,
  withdrawPaperOfApplication,
} from '../../../verbs/applications/application-papers.ts'
import { openApplication } from '../../../verbs/applications/open-application.ts'
import { requireFilling } from '../../../verbs/applications/save-answers.ts'
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import { paperResponse } from '../paper-response.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { fileOf } from '../sites/form-text.ts'
import { applicationPath } from './application-path.ts'

const PATH = '/portal/applications/:id/papers'
const may = 'applications.write'
const FORM_BYTES = 64 * 1024
const MEBIBYTE = 1024 * 1024

/** Papers of an application: handed in, read, taken out. */
export const applicationPaperRoutes: readonly PortalRoute[] = [
  ...formRoute({
    path: `${PATH}/new`,
    may,
    maxBytes: MAX_PAPER_BYTES + FORM_BYTES,
    load: async ({ ctx, c }) => {
      const opened = await openApplication(ctx, c.req.param('id') ?? '', may)
      requireFilling(opened)
      const { wanted } = await knowApplication(ctx, opened)
      return { opened, wanted, kind: c.req.query('kind') ?? '' }
    },
    values: ({ kind }) => ({ kind }),
    act: async ({ ctx, deps, form }, { opened }) => {
      const file = (await fileOf(form, 'file')) ?? { bytes: new Uint8Array(), fileName: '' }
      const { kind = '' } = typedValues(form)
      const { id } = opened.row
      await addApplicationPaper({ ctx, files: deps.files, input: { id, kind, ...file } })
      return `${applicationPath(id)}?done=paperAdded#papers`
    },
    page: ({ lang }, { loaded: { opened, wanted }, form }) => ({
      kind: 'portal/record',
      title: fill(W.paperTitle[lang], { number: opened.number }),
      id: null,
      action: `${applicationPath(opened.row.id)}/papers/new`,
      backHref: applicationPath(opened.row.id),
      save: W.addPaper[lang],
      inputs: [
        {
          ...{ name: 'kind', label: W.paper[lang], type: 'select' as const, required: true },
          choices: wanted.map(({ kind }) => ({
            value: kind,
            text: APPLICATION_PAPER_NAMES[kind][lang],
          })),
        },
      ],
      file: {
        ...{ name: 'file', label: W.paperFile[lang], hint: W.paperHint[lang] },
        accept: '.pdf,.jpg,.jpeg,.png',
        maxMb: MAX_PAPER_BYTES / MEBIBYTE,
      },
      form,
    }),
  }),
  { method: 'GET', path: `${PATH}/:paperId`, may: 'applications.read', handle: getPaper },
  { method: 'POST', path: `${PATH}/:paperId/withdraw`, may, handle: postWithdraw },
]

const named = ({ c }: Portal) => ({
  id: c.req.param('id') ?? '',
  paperId: c.req.param('paperId') ?? '',
})

async function getPaper(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const input = named(portal)
  const { row, bytes } = await openApplicationPaper({ ctx, files: deps.files, input })
  return paperResponse(row, bytes)
}

async function postWithdraw(portal: Portal): Promise<Response> {
  const input = named(portal)
  await withdrawPaperOfApplication({ ctx: portal.ctx, input })
  return seeOther(portal, `${applicationPath(input.id)}?done=paperOut#papers`)
}
