import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, organisation, product } from '../schema/index.ts'
import { pick } from './pick.ts'

/** Names looked at for the rarest word of a question, at most; no page shows more. */
const MOST_LOOKED_AT = 1_000

const HOLDER = {
  orgName: organisation.name,
  orgKind: organisation.kind,
  ...pick(organisation, 'nameConsentOn', 'provinceName'),
}

/** Products in use whose names have words that begin like each of these, by name. */
export function findProducts(
  db: Database,
  asked: { readonly words: readonly string[]; readonly limit: number },
) {
  return db
    .select({ ...pick(product, 'id', 'name', 'images'), ...HOLDER })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.organisationId))
    .where(and(sql`${product.id} IN ${named('product', asked.words)}`, isNull(product.archivedAt)))
    .orderBy(product.nameFolded, product.id)
    .limit(asked.limit)
}

/** Producers likewise: those with a product or a site, that may be named. */
export function findProducers(
  db: Database,
  asked: { readonly words: readonly string[]; readonly limit: number },
) {
  return db
    .select({ id: organisation.id, ...HOLDER })
    .from(organisation)
    .where(
      and(
        sql`${organisation.id} IN ${named('organisation', asked.words)}`,
        sql`(${organisation.kind} NOT IN ('household', 'farm') OR ${isNotNull(organisation.nameConsentOn)})`,
        sql`(EXISTS (SELECT 1 FROM product p WHERE p.organisation_id = ${organisation.id})
          OR EXISTS (SELECT 1 FROM site s WHERE s.organisation_id = ${organisation.id}))`,
      ),
    )
    .orderBy(organisation.nameFolded, organisation.id)
    .limit(asked.limit)
}

/** Batches with labels of exactly this lot number, the newest first. */
export function findLots(
  db: Database,
  asked: { readonly lots: readonly string[]; readonly limit: number },
) {
  return db
    .select({ ...pick(batch, 'ref', 'lot', 'packedOn'), product: product.name, ...HOLDER })
    .from(batch)
    .innerJoin(product, eq(product.id, batch.productId))
    .innerJoin(organisation, eq(organisation.id, batch.organisationId))
    .where(
      and(
        sql`${batch.lot} IN (SELECT value FROM json_each(${JSON.stringify(asked.lots)}))`,
        isNotNull(batch.sealedAt),
        isNull(batch.annulledAt),
      ),
    )
    .orderBy(sql`${batch.packedOn} DESC`, batch.ref)
    .limit(asked.limit)
}

/** Ids of what has a word that begins like each: found by the longest, held against the others. */
function named(kind: 'product' | 'organisation', words: readonly string[]): SQL {
  const [first = '', ...others] = [...words].sort((a, b) => b.length - a.length)
  const also = others.map(
    (word) => sql` AND EXISTS (SELECT 1 FROM goods_word x
      WHERE x.id = w.id AND x.kind = ${kind} AND ${beginsLike('x', word)})`,
  )
  return sql`(SELECT w.id FROM (SELECT DISTINCT id FROM goods_word w
    WHERE ${beginsLike('w', first)} AND w.kind = ${kind} LIMIT ${MOST_LOOKED_AT}) w
    WHERE true${sql.join(also)})`
}

function beginsLike(alias: 'w' | 'x', word: string): SQL {
  const column = sql.raw(`${alias}.word`)
  return sql`${column} >= ${word} AND ${column} < ${`${word}\u{10ffff}`}`
}
