import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { diaryPicture, product, productPicture } from '../schema/index.ts'
import type { RowOf } from './fields.ts'
import { pick } from './pick.ts'
import { isStill } from './row-guards.ts'
import { setOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

const { removedAt, ...KEPT } = getTableColumns(productPicture)
const PICTURE = pick(productPicture, 'mediaType', 'bytes')

/** A picture file as `/media` gives it out. */
export type PictureRow = RowOf<typeof PICTURE>

/** What is known of a picture file, whichever products or entries of diaries it is of. */
export async function readPicture(db: Database, sha256: string): Promise<PictureRow | null> {
  const { mediaType, bytes } = diaryPicture
  const ofProducts = db
    .select(PICTURE)
    .from(productPicture)
    .where(eq(productPicture.sha256, sha256))
    .limit(1)
  const ofDiaries = db
    .select({ mediaType, bytes })
    .from(diaryPicture)
    .where(eq(diaryPicture.sha256, sha256))
    .limit(1)
  const [[product], [diary]] = await db.batch([ofProducts, ofDiaries])
  return product ?? diary ?? null
}

/** Keeps a picture of a product; one that was taken out is among them again. */
export function keepPicture(db: Database, row: RowOf<typeof KEPT>): Statement {
  const again = {
    target: [productPicture.productId, productPicture.sha256],
    set: { removedAt: null },
  }
  return db.insert(productPicture).values(row).onConflictDoUpdate(again)
}

/** A photo and what was made of it are in use no more; their files stay for now. */
export function markPicturesRemoved(
  db: Database,
  photo: { readonly productId: string; readonly originalSha256: string; readonly at: number },
): Statement {
  const { productId, originalSha256, at } = photo
  return db
    .update(productPicture)
    .set({ removedAt: at })
    .where(
      and(
        eq(productPicture.productId, productId),
        eq(productPicture.originalSha256, originalSha256),
        isNull(removedAt),
      ),
    )
}

export const setImages = setOf(product, 'images')

/** Holds while a product's pictures are those that were read. */
export const hasImages = isStill(product, 'images')

/**
 * Pictures taken out before `before`, the longest out first, that neither the product nor the document
 * of any of its batches names.
 */
export function listDroppablePictures(
  db: Database,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<{ productId: string; sha256: string }[]> {
  const { productId, sha256, removedAt } = productPicture
  return db
    .select({ productId, sha256 })
    .from(productPicture)
    .where(
      sql`${removedAt} IS NOT NULL AND ${removedAt} < ${before}
        AND NOT EXISTS (SELECT 1 FROM product p
          WHERE p.id = ${productId} AND instr(p.images, ${sha256}) > 0)
        AND NOT EXISTS (SELECT 1 FROM batch b JOIN batch_document d ON d.batch_id = b.id
          WHERE b.product_id = ${productId} AND instr(d.document, ${sha256}) > 0)`,
    )
    .orderBy(removedAt)
    .limit(limit)
}

/** Deletes a picture unless it is in use again. */
export function deletePicture(
  db: Database,
  { productId, sha256 }: { readonly productId: string; readonly sha256: string },
): Statement {
  return db.run(sql`DELETE FROM product_picture
    WHERE product_id = ${productId} AND sha256 = ${sha256} AND removed_at IS NOT NULL`)
}
