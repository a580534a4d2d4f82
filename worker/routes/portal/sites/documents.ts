import type { FormView } from '../../../../site/models/portal-common.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { loadSitePage } from '../../../verbs/sites/load-site-page.ts'
import { openSiteForWriting } from '../../../verbs/sites/open-site.ts'
import {
  addSiteDocument,
  openSiteDocument,
  withdrawDocument,
} from '../../../verbs/sites/site-documents.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import { paperResponse } from '../paper-response.ts'
import { handedIn } from '../papers/paper-file.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { documentView } from './show-site.ts'
import { siteDone } from './site-done.ts'
import { siteHead } from './site-head.ts'

/** `GET /portal/sites/{id}/documents`. */
export function showDocuments(portal: Portal): Promise<Response> {
  return show(portal, freshForm())
}

/** `POST /portal/sites/{id}/documents`. */
export async function postDocument(portal: Portal): Promise<Response> {
  const { ctx, deps, form } = portal
  const id = portal.param('id')
  return answerForm(portal, {
    act: async () => {
      const { bytes, fileName } = await handedIn(form)
      const [kind, title] = [textOf(form, 'kind'), textOf(form, 'title')]
      await addSiteDocument({ ctx, files: deps.files, input: { id, kind, title, fileName, bytes } })
      return seeOther(
        portal,
        `/portal/sites/${encodeURIComponent(id)}/documents?done=documentAdded`,
      )
    },
    refused: (view, status) => show(portal, view, status),
  })
}

/** `GET /portal/sites/{id}/documents/{documentId}/withdraw`: asks first. */
export async function showDocumentOut(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const id = portal.param('id')
  await openSiteForWriting(ctx, id)
  const { site, documents } = await loadSitePage(ctx, { id, householdsAfter: 0 })
  const row = documents.find((each) => each.id === portal.param('documentId'))
  if (row === undefined) throw notFound(THINGS.document)
  const document = documentView(site.id, row, lang)
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
  const input = { id: portal.param('id'), documentId }
  const { row, bytes } = await openSiteDocument({ ctx, files: deps.files, input })
  return paperResponse(row, bytes)
}

async function show(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, lang } = portal
  const id = portal.param('id')
  await openSiteForWriting(ctx, id)
  const { site, documents } = await loadSitePage(ctx, { id, householdsAfter: 0 })
  return showPortalPage(
    portal,
    {
      kind: 'portal/sites/documents',
      site: siteHead(site),
      done: siteDone(portal),
      form,
      documents: documents.map((row) => documentView(site.id, row, lang)),
    },
    status,
  )
}
