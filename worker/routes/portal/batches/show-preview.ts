import { LANGUAGES } from '../../../lib/text/local-text.ts'
import { previewBatch } from '../../../verbs/batches/preview-batch.ts'
import { batchPage } from '../../scan/rendered-batch.ts'
import type { Portal } from '../portal-route.ts'

/** `GET /portal/batches/{ref}/preview?page=en`: the page a shopper will see, in any language. */
export async function showPreview(portal: Portal): Promise<Response> {
  const { c, param, ctx, deps, lang } = portal
  const resolution = await previewBatch(ctx, param('ref'))
  const language = LANGUAGES.find((one) => one === c.req.query('page')) ?? lang
  const { body, headers } = await batchPage({ deps, resolution, language })
  const own = new Headers(headers)
  own.set('cache-control', 'private, no-store')
  return new Response(body, { headers: own })
}
