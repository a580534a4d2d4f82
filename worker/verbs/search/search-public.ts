import { findLots, findProducers, findProducts } from '../../../db/queries/goods-search.ts'
import { imageFor } from '../../domain/products/product-images.ts'
import type { PublicFinds } from '../../domain/products/public-finds.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { mayBeNamed, type NamedHolder } from '../batches/public-names.ts'
import { freshRegister } from '../codes/public-fresh-register.ts'
import { publicList } from '../codes/public-list-codes.ts'
import type { PublicReadDeps } from '../documents/read-fresh.ts'

const LIMIT = 20
const MOST_LOTS = 10
const MOST_CODES = 10
const MOST_WORDS = 6
const LONGEST_WORD = 40
const LONGEST = 100

/** Words of a question as names are kept: folded, the first few. */
export function wordsOf(typed: string): string[] {
  const words = foldVietnamese(typed.slice(0, LONGEST))
    .split(/[\s(),.\-/"]+/)
    .filter((word) => word !== '')
  return [...new Set(words.map((word) => word.slice(0, LONGEST_WORD)))].slice(0, MOST_WORDS)
}

/** Products, producers, lots and codes by what somebody typed; marks and case do not count. */
export async function searchPublic(deps: PublicReadDeps, typed: string): Promise<PublicFinds> {
  const q = typed.trim().slice(0, LONGEST)
  const words = wordsOf(q)
  if (words.length === 0) return { products: [], producers: [], lots: [], codes: [] }
  const db = deps.db()
  const today = vietnamDateOf(deps.now())
  const query = { q, kind: null, unit: null, crop: null, status: null, market: null, cursor: null }
  const [products, producers, lots, register] = await Promise.all([
    findProducts(db, { words, limit: LIMIT }),
    findProducers(db, { words, limit: LIMIT }),
    findLots(db, { lots: [...new Set([q, q.toUpperCase()])], limit: MOST_LOTS }),
    freshRegister(deps, { query: { ...query, limit: MOST_CODES }, today }),
  ])
  return {
    products: products.map(({ images: [image], ...row }) => ({
      ...{ id: row.id, name: row.name, producer: nameOf(row) },
      image: image === undefined ? null : imageFor(image, 'list'),
    })),
    producers: producers.map((row) => ({
      ...{ id: row.id, name: row.orgName, province: row.provinceName },
    })),
    lots: lots.map((row) => ({
      ...{ ref: row.ref, lot: row.lot, product: row.product, packedOn: row.packedOn },
      producer: nameOf(row),
    })),
    codes: publicList(register.value, today).items,
  }
}

function nameOf(holder: NamedHolder): string | null {
  return mayBeNamed(holder) ? holder.orgName : null
}
