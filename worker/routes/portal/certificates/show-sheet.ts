import { certificateSheet } from '../../../../site/view/certificate-sheet.ts'
import { CERTIFICATE_PORTAL_COPY as W } from '../../../copy/portal/certificates.ts'
import { darkPath } from '../../../lib/print/dark-path.ts'
import { qrMatrix } from '../../../lib/print/qr-matrix.ts'
import { printCertificate } from '../../../verbs/certificates/print-certificate.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** `GET /portal/codes/{CODE}/certificate/{ID}`: one A4 page, statuses as of now. */
export async function showSheet(portal: Portal): Promise<Response> {
  const { ctx, deps, lang, param } = portal
  const input = { code: param('code'), id: param('id') }
  const printed = await printCertificate({ ctx, input })
  const matrix = qrMatrix(printed.url)
  const qr = { path: darkPath(matrix), size: matrix.size }
  return showPortalPage(portal, {
    kind: 'portal/certificates/sheet',
    backHref: `/portal/codes/${encodeURIComponent(printed.entry.code)}/certificate`,
    backText: W.toOverview[lang],
    sheet: certificateSheet({ ...printed, authority: deps.issuerName, qr }, lang),
  })
}
