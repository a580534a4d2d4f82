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
import { paperRoutes } from '../papers/paper-routes.ts'
import { certificationPath } from './certification-table.ts'

const may = 'certificates.declare'

/** Copies of a certificate: handing one in, reading it, taking it back. */
export const certificationPapers = paperRoutes({
  path: '/portal/certifications/:id',
  may: { write: may, read: 'batches.read' },
  load: async (portal) => {
    const opened = await openCertification(portal.ctx, portal.param('id'), may)
    requireChangeable(portal.ctx, opened)
    return opened
  },
  back: ({ row }) => certificationPath(row.id),
  form: ({ row }, lang) => ({
    title: fill(W.paperTitle[lang], { name: certificationName(row)[lang] }),
    save: W.addPaper[lang],
    label: W.paper[lang],
    hint: W.paperHint[lang],
  }),
  add: async ({ ctx, deps }, { loaded: { row }, file }) => {
    await addCertificationPaper({ ctx, files: deps.files, input: { id: row.id, ...file } })
    return `${certificationPath(row.id)}?done=paperAdded`
  },
  open: (portal, paperId) => {
    const { ctx, deps } = portal
    return openCertificationPaper({
      ctx,
      files: deps.files,
      input: { id: portal.param('id'), paperId },
    })
  },
  withdraw: async (portal, paperId) => {
    const id = portal.param('id')
    await withdrawCertificationPaper({ ctx: portal.ctx, input: { id, paperId } })
    return `${certificationPath(id)}?done=paperOut`
  },
})
