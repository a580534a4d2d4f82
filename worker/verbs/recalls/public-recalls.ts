import { listRecalls, type RecallListRow } from '../../../db/queries/recall-list.ts'
import { imageFor } from '../../domain/products/product-images.ts'
import type { PublicRecall } from '../../domain/recalls/public-recall.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import { mayBeNamed } from '../batches/public-names.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import type { Page, PageAsked } from '../documents/list-page.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'

export type PublicRecalls = Page<PublicRecall>

/** Batches being recalled now, newest first, as far as may be told; not older than a scan may be. */
export async function publicRecalls(
  deps: PublicReadDeps,
  { cursor, limit }: PageAsked,
): Promise<Fresh<PublicRecalls>> {
  const [recordedAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { recordedAt: wholeKey(recordedAt), id }
  return readFresh(deps, {
    key: `recalls-1:${limit}:${cursor ?? ''}`,
    load: async () => {
      const read = await listRecalls(deps.db(), { bounds: null, after, limit: limit + 1 })
      const keysOf = (row: RecallListRow) => [String(row.recordedAt), row.id]
      const { rows, nextCursor } = pageOf(read, { limit, keysOf })
      return { rows: rows.map(viewOf), nextCursor }
    },
  })
}

function viewOf(row: RecallListRow): PublicRecall {
  const [image] = row.images
  const holder = {
    orgName: row.organisation,
    orgKind: row.organisationKind,
    nameConsentOn: row.nameConsentOn,
  }
  return {
    ...{ ref: row.ref, lot: row.lot, product: row.product, packedOn: row.packedOn },
    producer: mayBeNamed(holder) ? row.organisation : null,
    province: row.province,
    since: row.effectiveOn,
    documentNo: row.documentNo,
    text: row.wording,
    image: image === undefined ? null : imageFor(image, 'page'),
  }
}
