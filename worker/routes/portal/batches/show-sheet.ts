import { batchSheet } from '../../../../site/view/batch-sheet.ts'
import { BATCH_SHEET_COPY as W } from '../../../copy/portal/batch-sheet.ts'
import { addressQr } from '../../../lib/print/address-qr.ts'
import { darkPath } from '../../../lib/print/dark-path.ts'
import { printBatchSheet } from '../../../verbs/batches/print-batch-sheet.ts'
import { pathOfOpenShare } from '../../../verbs/shares/open-share.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { batchPath } from './batch-table.ts'

/**
 * `GET /portal/batches/{ref}/sheet?share=`: one A4 page to go with the goods, as of now. Its code leads to
 * the batch, or to the link of a buyer that was just made.
 */
export async function showBatchSheet(portal: Portal): Promise<Response> {
  const { c, param, ctx, deps, lang } = portal
  const printed = await printBatchSheet(ctx, { deps, ref: param('ref') })
  const { ref } = printed.batch
  const secret = c.req.query('share')
  const url =
    secret === undefined
      ? `${deps.origin}/b/${ref}`
      : `${deps.origin}${await pathOfOpenShare(ctx, { ref, secret })}`
  const matrix = addressQr(url)
  const qr = { path: darkPath(matrix), size: matrix.size }
  return showPortalPage(portal, {
    kind: 'portal/certificates/sheet',
    backHref: batchPath(ref),
    backText: W.toBatch[lang],
    sheet: batchSheet({ ...printed, authority: deps.issuerName, url, qr }, lang),
  })
}
