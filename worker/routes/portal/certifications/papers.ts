import { fill } from '../../../copy/fill.ts'
import { certificationName } from '../../../copy/portal/certification-messages.ts'
import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import {
  addCertificationPaper,
  openCertificationPaper,
  withdrawCertificationPaper,
} from '../../../verbs/certifications/certification-papers.ts'
import { openCertification } from '../../../verbs/certifications/open-certification.ts'
import { requireChangeable } from '../../../verbs/certifications/require-open.ts'
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { formRoute } from '../form-route.ts'
import { paperResponse } from '../paper-response.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { fileOf } from '../sites/form-text.ts'
import { certificationPath } from './certification-table.ts'

const PATH = '/portal/certifications'
const may = 'certificates.declare'
const FORM_BYTES = 64 * 1024
const MEBIBYTE = 1024 * 1024

/** Copies of a certificate: handing one in, reading it, taking it back. */
export const paperRoutes: readonly PortalRoute[] = [
  ...formRoute({
    path: `${PATH}/:id/papers/new`,
    may,
    maxBytes: MAX_PAPER_BYTES + FORM_BYTES,
    load: async ({ ctx, c }) => {
      const opened = await openCertification(ctx, c.req.param('id') ?? '', may)
      requireChangeable(ctx, opened)
      return opened
    },
    values: () => ({}),
    act: async ({ ctx, deps, form }, { row: { id } }) => {
      const file = (await fileOf(form, 'file')) ?? { bytes: new Uint8Array(), fileName: '' }
      await addCertificationPaper({ ctx, files: deps.files, input: { id, ...file } })
      return `${certificationPath(id)}?done=paperAdded`
    },
    page: ({ lang }, { loaded: { row }, form }) => ({
      kind: 'portal/record',
      title: fill(W.paperTitle[lang], { name: certificationName(row)[lang] }),
      id: null,
      action: `${certificationPath(row.id)}/papers/new`,
      backHref: certificationPath(row.id),
      save: W.addPaper[lang],
      inputs: [],
      file: {
        name: 'file',
        label: W.paper[lang],
        hint: W.paperHint[lang],
        accept: '.pdf,.jpg,.jpeg,.png',
        maxMb: MAX_PAPER_BYTES / MEBIBYTE,
      },
      form,
    }),
  }),
  { method: 'GET', path: `${PATH}/:id/papers/:paperId`, may: 'batches.read', handle: getPaper },
  { method: 'POST', path: `${PATH}/:id/papers/:paperId/withdraw`, may, handle: postWithdraw },
]

async function getPaper({ ctx, c, deps }: Portal): Promise<Response> {
  const input = { id: c.req.param('id') ?? '', paperId: c.req.param('paperId') ?? '' }
  const { row, bytes } = await openCertificationPaper({ ctx, files: deps.files, input })
  return paperResponse(row, bytes)
}

async function postWithdraw(portal: Portal): Promise<Response> {
  const { ctx, c } = portal
  const id = c.req.param('id') ?? ''
  const paperId = c.req.param('paperId') ?? ''
  await withdrawCertificationPaper({ ctx, input: { id, paperId } })
  return seeOther(portal, `${certificationPath(id)}?done=paperOut`)
}
