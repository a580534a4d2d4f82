import type { FormView } from '../../../../site/models/portal-common.ts'
import type { DetailSection } from '../../../../site/models/records.ts'
import { INSPECTION_FORMS_COPY as W } from '../../../copy/portal/inspection-forms.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { invalidField } from '../../../verbs/guard/parse-input.ts'
import { addForm, FAULT, MAX_FORM_BYTES } from '../../../verbs/inspection-forms/add-form.ts'
import { paperFile } from '../papers/paper-file.ts'
import { recordForm } from '../record-form.ts'
import { fileOf } from '../sites/form-text.ts'
import { FORMS_PATH, formPath } from './form-path.ts'

const FORM_BYTES = 64 * 1024

/** Hands in a workbook as a new version; what is wrong with it stands beneath, by sheet, row and column. */
export const addFormPage = recordForm({
  path: `${FORMS_PATH}/new`,
  may: 'inspection_forms.write',
  maxBytes: MAX_FORM_BYTES + FORM_BYTES,
  load: async () => null,
  back: FORMS_PATH,
  once: async ({ ctx, form }) => {
    const input = await fileOf(form, 'file')
    if (input === null) throw invalidField('file', W.noFile)
    return addForm({ ctx, input })
  },
  done: ({ id }) => `${formPath(id)}?done=added`,
  page: ({ lang }, { form }) => ({
    title: W.addTitle[lang],
    note: W.addNote[lang],
    save: W.read[lang],
    file: paperFile({
      label: W.file[lang],
      hint: W.fileHint[lang],
      accept: '.xlsx',
      maxBytes: MAX_FORM_BYTES,
    }),
    sections: faultSections(form, lang),
  }),
})

function faultSections({ errors }: FormView, lang: Language): DetailSection[] {
  const faults = Object.entries(errors).filter(([path]) => path.startsWith(FAULT))
  if (faults.length === 0) return []
  return [
    {
      id: 'faults',
      title: W.mend[lang],
      table: {
        columns: [{ name: W.mend[lang] }],
        rows: faults.map(([, text]) => [{ text }]),
        empty: '',
      },
    },
  ]
}
