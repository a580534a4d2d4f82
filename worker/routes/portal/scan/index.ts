import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import { line } from '../../../resources/fields.ts'
import { inputOf } from '../../../resources/resource.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { inspectionPaperRoutes } from './papers.ts'
import { scanPath } from './scan-path.ts'
import { showInspection } from './show-inspection.ts'

const PATH = '/portal/scan'
const may = 'labels.inspect'
const FORM = { fields: { code: line({ label: W.code, hint: W.codeHint, max: 2_000, code: true }) } }

const [openForm, sendForm] = recordForm({
  path: PATH,
  may,
  load: async () => null,
  asks: FORM,
  back: '/portal',
  act: async ({ texts }) => parseInput(inputOf(FORM), texts),
  done: ({ code }) => scanPath(code),
  page: ({ lang }) => ({
    title: W.formTitle[lang],
    note: W.formNote[lang],
    save: W.look[lang],
  }),
})
if (openForm === undefined || sendForm === undefined) throw new Error('a form has two routes')

/** `GET /portal/scan`: the form; with `?code=` what stands behind that label or batch. */
export const scanRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: open },
  sendForm,
  ...inspectionPaperRoutes,
]

async function open(portal: Portal): Promise<Response> {
  const code = portal.c.req.query('code')?.trim() ?? ''
  if (code !== '') return showInspection(portal, code)
  if (openForm?.may === 'anyone' || openForm === undefined) throw new Error('the form is for some')
  return openForm.handle(portal)
}
