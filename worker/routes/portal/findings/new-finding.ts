import { FINDINGS_COPY as W } from '../../../copy/portal/findings.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { FINDING, FINDING_SUBJECT } from '../../../resources/finding.ts'
import { formInputs } from '../../../resources/form.ts'
import { recordFinding } from '../../../verbs/findings/record-finding.ts'
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import { filesOf } from '../sites/form-text.ts'
import { findingPath } from './finding-table.ts'

const MEBIBYTE = 1024 * 1024
/** A few photos of a telephone at once. */
const FORM_BYTES = 4 * MAX_PAPER_BYTES

/** The form of a new finding; `?kind=&text=&case=&what=` name where it was seen, the case it belongs to and what is proposed to be said. */
export const newFindingForm = formRoute({
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
  act: async (portal) => {
    const texts = typedValues(portal.form)
    const photos = await filesOf(portal.form, 'file')
    const { files } = portal.deps
    const { id } = await actOnce(portal, (ctx) =>
      recordFinding({ ctx, files, input: { texts, photos } }),
    )
    return `${findingPath(id)}?done=created`
  },
  page: ({ lang }, { form }) => ({
    kind: 'portal/record',
    title: W.newTitle[lang],
    note: W.newNote[lang],
    id: null,
    action: '/portal/findings/new',
    backHref: '/portal/findings',
    save: W.save[lang],
    hidden: ['caseId'],
    inputs: [...formInputs(FINDING_SUBJECT, { lang }), ...formInputs(FINDING, { lang })],
    file: {
      // Named as papers everywhere, so that what is wrong with one is said at the field.
      name: 'file',
      label: W.photos[lang],
      hint: W.photosHint[lang],
      accept: '.jpg,.jpeg,.png,.webp,.pdf',
      maxMb: MAX_PAPER_BYTES / MEBIBYTE,
      multiple: true,
      isOptional: true,
    },
    form,
  }),
})
