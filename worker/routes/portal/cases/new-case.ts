import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { CASE, CASE_SUBJECT } from '../../../resources/case.ts'
import { formInputs } from '../../../resources/form.ts'
import { startCase } from '../../../verbs/cases/start-case.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import { casePath, CASES_PATH as PATH } from './case-path.ts'

/** The form that opens a case; `?kind=&text=&case=` name what it is about, from the page of that thing. */
export const newCaseForm = formRoute({
  path: '/portal/cases/new',
  may: 'cases.write',
  load: async ({ c }) => ({
    aboutKind: c.req.query('kind') ?? '',
    aboutText: c.req.query('text') ?? '',
    kind: c.req.query('case') ?? '',
  }),
  values: (about) => about,
  act: async (portal) => {
    const texts = typedValues(portal.form)
    const { id } = await actOnce(portal, (ctx) => startCase({ ctx, input: { texts } }))
    return `${casePath(id)}?done=created`
  },
  page: ({ lang }, { form }) => ({
    kind: 'portal/record',
    title: W.newTitle[lang],
    note: W.newNote[lang],
    id: null,
    action: `${PATH}/new`,
    backHref: PATH,
    save: W.add[lang],
    inputs: [...formInputs(CASE_SUBJECT, { lang }), ...formInputs(CASE, { lang })],
    form,
  }),
})
