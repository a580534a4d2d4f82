import { THINGS } from '../../../copy/refusals/things.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { loadSitePage } from '../../../verbs/sites/load-site-page.ts'
import { openSiteForWriting } from '../../../verbs/sites/open-site.ts'
import {
  addSiteDocument,
  openSiteDocument,
  withdrawDocument,
} from '../../../verbs/sites/site-documents.ts'
import { formRoute } from '../form-route.ts'
import { paperResponse } from '../paper-response.ts'
import { handedIn } from '../papers/paper-file.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { documentView } from './show-site.ts'
import { siteDone } from './site-done.ts'
import { siteHead } from './site-head.ts'

/** The parts of the form around its file. */
const FORM_BYTES = 256 * 1024

/** `/portal/sites/{id}/documents`. */
export const documentForm = formRoute({
  path: '/portal/sites/:id/documents',
  may: 'sites.write',
  keyless: true,
  maxBytes: MAX_PAPER_BYTES + FORM_BYTES,
  load: openDocuments,
  values: () => ({}),
  act: async ({ ctx, deps, form }, { site: { id } }) => {
    const { bytes, fileName } = await handedIn(form)
    const [kind, title] = [textOf(form, 'kind'), textOf(form, 'title')]
    await addSiteDocument({ ctx, files: deps.files, input: { id, kind, title, fileName, bytes } })
    return `/portal/sites/${encodeURIComponent(id)}/documents?done=documentAdded`
  },
  page: (portal, { loaded: { site, documents }, form }) => ({
    kind: 'portal/sites/documents',
    site: siteHead(site),
    done: siteDone(portal),
    form,
    documents: documents.map((row) => documentView(site.id, row, portal.lang)),
  }),
})

async function openDocuments({ ctx, param }: Portal) {
  const id = param('id')
  await openSiteForWriting(ctx, id)
  return loadSitePage(ctx, { id, householdsAfter: 0 })
}

/** `GET /portal/sites/{id}/documents/{documentId}/withdraw`: asks first. */
export async function showDocumentOut(portal: Portal): Promise<Response> {
  const { site, documents } = await openDocuments(portal)
  const row = documents.find((each) => each.id === portal.param('documentId'))
  if (row === undefined) throw notFound(THINGS.document)
  const document = documentView(site.id, row, portal.lang)
  return showPortalPage(portal, {
    kind: 'portal/sites/document-out',
    site: siteHead(site),
    document,
  })
}

/** `POST /portal/sites/{id}/documents/{documentId}/withdraw`. */
export async function postWithdrawDocument(portal: Portal): Promise<Response> {
  const id = portal.param('id')
  const documentId = portal.param('documentId')
  await withdrawDocument({ ctx: portal.ctx, input: { id, documentId } })
  return seeOther(portal, `/portal/sites/${encodeURIComponent(id)}/documents?done=documentOut`)
}

/** `GET /portal/sites/{id}/documents/{documentId}`: always as a file to keep, never as a page. */
export async function getDocument(portal: Portal): Promise<Response> {
  const { ctx, param, deps } = portal
  const documentId = param('documentId')
  const input = { id: param('id'), documentId }
  const { row, bytes } = await openSiteDocument({ ctx, files: deps.files, input })
  return paperResponse(row, bytes)
}
