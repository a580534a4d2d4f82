import { FINDINGS_COPY as W } from '../../../copy/portal/findings.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { FINDING, FINDING_SUBJECT } from '../../../resources/finding.ts'
import { formInputs } from '../../../resources/form.ts'
import { recordFinding } from '../../../verbs/findings/record-finding.ts'
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { PHOTO_OR_PDF, paperFile } from '../papers/paper-file.ts'
import { recordForm } from '../record-form.ts'
import { filesOf } from '../sites/form-text.ts'
import { findingPath } from './finding-table.ts'

/** A few photos of a telephone at once. */
const FORM_BYTES = 4 * MAX_PAPER_BYTES

/** The form of a new finding; `?kind=&text=&case=&what=` name where it was seen, the case it belongs to and what is proposed to be said. */
export const newFindingForm = recordForm({
  path: '/portal/findings/new',
  may: 'findings.write',
  maxBytes: FORM_BYTES,
  load: async ({ c, ctx }) => ({
    aboutKind: c.req.query('kind') ?? '',
    aboutText: c.req.query('text') ?? '',
    caseId: c.req.query('case') ?? '',
    text: c.req.query('what') ?? '',
    foundOn: vietnamDateOf(ctx.now()),
  }),
  values: (given) => given,
  back: '/portal/findings',
  once: async ({ ctx, deps: { files }, form, texts }) =>
    recordFinding({ ctx, files, input: { texts, photos: await filesOf(form, 'file') } }),
  done: ({ id }) => `${findingPath(id)}?done=created`,
  page: ({ lang }) => ({
    title: W.newTitle[lang],
    note: W.newNote[lang],
    save: W.save[lang],
    hidden: ['caseId'],
    inputs: [...formInputs(FINDING_SUBJECT, { lang }), ...formInputs(FINDING, { lang })],
    file: paperFile({
      label: W.photos[lang],
      hint: W.photosHint[lang],
      accept: PHOTO_OR_PDF,
      multiple: true,
      isOptional: true,
    }),
  }),
})
