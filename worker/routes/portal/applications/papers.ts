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
import { typedValues } from '../form-view.ts'
import { paperRoutes } from '../papers/paper-routes.ts'
import { applicationPath } from './application-path.ts'

const may = 'applications.write'

/** Papers of an application: handed in, read, taken out. */
export const applicationPapers = paperRoutes({
  path: '/portal/applications/:id',
  may: { write: may, read: 'applications.read' },
  load: async (portal) => {
    const opened = await openApplication(portal.ctx, portal.param('id'), may)
    requireFilling(opened)
    const { wanted } = await knowApplication(portal.ctx, opened)
    return { opened, wanted, kind: portal.c.req.query('kind') ?? '' }
  },
  values: ({ kind }) => ({ kind }),
  back: ({ opened }) => applicationPath(opened.row.id),
  form: ({ opened, wanted }, lang) => ({
    title: fill(W.paperTitle[lang], { number: opened.number }),
    save: W.addPaper[lang],
    inputs: [
      {
        name: 'kind',
        label: W.paper[lang],
        type: 'select',
        required: true,
        choices: wanted.map(({ kind }) => ({
          value: kind,
          text: APPLICATION_PAPER_NAMES[kind][lang],
        })),
      },
    ],
    label: W.paperFile[lang],
    hint: W.paperHint[lang],
  }),
  add: async ({ ctx, deps, form }, { loaded: { opened }, file }) => {
    const { kind = '' } = typedValues(form)
    const { id } = opened.row
    await addApplicationPaper({ ctx, files: deps.files, input: { id, kind, ...file } })
    return `${applicationPath(id)}?done=paperAdded#papers`
  },
  open: (portal, paperId) => {
    const { ctx, deps } = portal
    return openApplicationPaper({
      ctx,
      files: deps.files,
      input: { id: portal.param('id'), paperId },
    })
  },
  withdraw: async (portal, paperId) => {
    const id = portal.param('id')
    await withdrawPaperOfApplication({ ctx: portal.ctx, input: { id, paperId } })
    return `${applicationPath(id)}?done=paperOut#papers`
  },
})
