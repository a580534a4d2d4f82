import { formFile } from '../../../verbs/inspection-forms/show-form.ts'
import { useForm } from '../../../verbs/inspection-forms/use-form.ts'
import { actOnce } from '../act-once.ts'
import { sendFile } from '../imports/send-file.ts'
import type { PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { addFormPage } from './add-form.ts'
import { FORMS_PATH, formPath } from './form-path.ts'
import { showFormList } from './show-list.ts'
import { showOneForm } from './show-one.ts'

const may = 'inspection_forms.write'

/** The forms by which places are inspected: taken along, handed in, looked at, put to use. */
export const inspectionFormRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: FORMS_PATH, may, handle: showFormList },
  ...addFormPage,
  { method: 'GET', path: `${FORMS_PATH}/:id`, may, handle: showOneForm },
  {
    method: 'GET',
    path: `${FORMS_PATH}/:id/file`,
    may,
    handle: async ({ param, ctx }) => sendFile(await formFile(ctx, param('id'))),
  },
  {
    method: 'POST',
    path: `${FORMS_PATH}/:id/use`,
    may,
    handle: async (portal) => {
      const id = portal.param('id')
      await actOnce(portal, (ctx) => useForm({ ctx, input: { id } }))
      return seeOther(portal, `${formPath(id)}?done=used`)
    },
  },
]
