import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { CASE, CASE_SUBJECT } from '../../../resources/case.ts'
import { formInputs } from '../../../resources/form.ts'
import { startCase } from '../../../verbs/cases/start-case.ts'
import { recordForm } from '../record-form.ts'
import { casePath, CASES_PATH as PATH } from './case-path.ts'

/** The form that opens a case; `?kind=&text=&case=` name what it is about, from the page of that thing. */
export const newCaseForm = recordForm({
  path: '/portal/cases/new',
  may: 'cases.write',
  load: async ({ c }) => ({
    aboutKind: c.req.query('kind') ?? '',
    aboutText: c.req.query('text') ?? '',
    kind: c.req.query('case') ?? '',
  }),
  values: (about) => about,
  once: ({ ctx, texts }) => startCase({ ctx, input: { texts } }),
  back: PATH,
  done: ({ id }) => `${casePath(id)}?done=created`,
  page: ({ lang }) => ({
    title: W.newTitle[lang],
    note: W.newNote[lang],
    save: W.add[lang],
    inputs: [...formInputs(CASE_SUBJECT, { lang }), ...formInputs(CASE, { lang })],
  }),
})
