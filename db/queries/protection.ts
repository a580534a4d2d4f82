import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { PermittedProduct, SubstanceRule } from '../../worker/domain/protection/types.ts'
import type { Database } from '../client.ts'
import { protectionProduct, substanceRule } from '../schema/index.ts'
import { among } from './among.ts'
import { flag, number } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { isAfter } from './place-in-list.ts'
import { insertRecords } from './records.ts'
import { rowsOf, workedOutOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

const PRODUCT = {
  ...pick(protectionProduct, 'id', 'tradeName', 'activeIngredient', 'productGroup', 'uses'),
  ...pick(protectionProduct, 'reentryHours', 'permittedFromOn', 'permittedToOn', 'legalBasis'),
}

const RULE = pick(
  substanceRule,
  ...(['substance', 'market', 'effect', 'limitNote', 'fromOn', 'toOn', 'legalBasis'] as const),
)

/** Entries of one name over the years, at most. */
const MOST_OF_NAME = 200
/** Rules of some markets, at most: far more than any publishes of single ingredients. */
const MOST_RULES = 5_000

/** What a use of a product is held against, in one round trip; see `judgeProduct`. */
export async function readForJudging(
  db: Database,
  asked: {
    readonly nameFolded: string
    readonly on: string
    readonly markets: readonly string[]
  },
): Promise<{
  readonly products: readonly PermittedProduct[]
  readonly rules: readonly SubstanceRule[]
  readonly hasList: boolean
}> {
  const { nameFolded, on, markets } = asked
  const [products, rules, lists] = await db.batch([
    rowsOf(
      db,
      PRODUCT,
      sql`protection_product WHERE protection_product.name_folded = ${nameFolded}
        AND protection_product.replaced_by IS NULL
        ORDER BY protection_product.permitted_from_on DESC LIMIT ${MOST_OF_NAME}`,
    ),
    rulesOf(db, markets),
    workedOutOf(db, {
      found: flag(sql`EXISTS (SELECT 1 FROM protection_product
        WHERE replaced_by IS NULL AND permitted_from_on <= ${on}
          AND (permitted_to_on IS NULL OR permitted_to_on >= ${on}))`),
    }),
  ])
  return { products, rules, hasList: lists[0]?.found ?? false }
}

/** What markets ban or limit, of any day, by market and ingredient. */
export function readSubstanceRules(
  db: Database,
  markets: readonly string[],
): Promise<SubstanceRule[]> {
  return rulesOf(db, markets)
}

function rulesOf(db: Database, markets: readonly string[]) {
  return rowsOf(
    db,
    RULE,
    sql`substance_rule WHERE substance_rule.market IN ${among(markets)}
      ORDER BY substance_rule.market, substance_rule.substance_folded LIMIT ${MOST_RULES}`,
  )
}

/** Entries that one search looks at, at most: words inside a name have no index. */
const MOST_EXAMINED = 50_000

/** Entries of the list in force on a day whose name or ingredient holds these folded words, by name. */
export function searchProducts(
  db: Database,
  asked: {
    readonly words: readonly string[]
    readonly on: string | null
    readonly after: { readonly nameFolded: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<(PermittedProduct & { readonly nameFolded: string })[]> {
  return rowsOf(
    db,
    { ...PRODUCT, nameFolded: protectionProduct.nameFolded },
    searchProductsSource(asked),
  )
}

export function searchProductsSource(asked: Parameters<typeof searchProducts>[1]): SQL {
  const { words, on, after, limit } = asked
  const behind = isAfter('x', ['nameFolded', 'id'], after)
  const holds = words.map(
    (word) => sql`instr(protection_product.name_folded || ' ' ||
      protection_product.ingredient_folded, ${word}) > 0`,
  )
  const stands =
    on === null
      ? sql`true`
      : sql`protection_product.permitted_from_on <= ${on}
        AND (protection_product.permitted_to_on IS NULL OR protection_product.permitted_to_on >= ${on})`
  return sql`(SELECT * FROM protection_product x WHERE x.replaced_by IS NULL AND ${behind}
      ORDER BY x.name_folded, x.id LIMIT ${MOST_EXAMINED}) protection_product
    WHERE ${sql.join([stands, ...holds], sql` AND `)}
    ORDER BY protection_product.name_folded, protection_product.id LIMIT ${limit}`
}

const CURRENT = {
  ...PRODUCT,
  ...pick(protectionProduct, 'nameFolded', 'ingredientFolded'),
}

export type CurrentProduct = Awaited<ReturnType<typeof readCurrentProducts>>[number]

/** What the list says now of products of these folded names. */
export function readCurrentProducts(db: Database, names: readonly string[]) {
  return db
    .select(CURRENT)
    .from(protectionProduct)
    .where(
      and(
        sql`${protectionProduct.nameFolded} IN ${among(names)}`,
        isNull(protectionProduct.replacedBy),
      ),
    )
    .orderBy(asc(protectionProduct.nameFolded), asc(protectionProduct.id))
    .limit(MOST_EXAMINED)
}

type Row = typeof protectionProduct.$inferSelect
export type NewProduct = Omit<Row, 'importId' | 'replacedBy' | 'createdAt'>

/** Stores entries of a list; those they stand in place of stay to be seen. */
export function storeProducts(
  db: Database,
  writes: readonly { readonly product: NewProduct; readonly replaces: string | null }[],
  given: { readonly importId: string; readonly createdAt: number },
): Statement[] {
  if (writes.length === 0) return []
  const replaced = writes.flatMap(({ replaces }) => replaces ?? [])
  const rows = writes.map(({ product }) => ({ ...product, ...given, replacedBy: null }))
  return [
    db
      .update(protectionProduct)
      .set({ replacedBy: given.importId })
      .where(
        and(
          sql`${protectionProduct.id} IN ${among(replaced)}`,
          isNull(protectionProduct.replacedBy),
        ),
      ),
    insertRecords(db, protectionProduct, rows),
  ]
}

/** How many entries a list brought. */
export async function countImportedProducts(db: Database, importId: string): Promise<number> {
  const row = await firstOf(
    db
      .select({ products: number(sql`count(*)`) })
      .from(protectionProduct)
      .where(eq(protectionProduct.importId, importId)),
  )
  return row?.products ?? 0
}

/** The entries of a list after so many of them, the last first. Nothing is added to them. */
export function readProductsBack(
  db: Database,
  input: { readonly importId: string; readonly skip: number; readonly limit: number },
) {
  const isReplaced = flag(sql`(${protectionProduct.replacedBy} IS NOT NULL)`)
  return db
    .select({ ...pick(protectionProduct, 'id', 'tradeName', 'permittedFromOn'), isReplaced })
    .from(protectionProduct)
    .where(eq(protectionProduct.importId, input.importId))
    .orderBy(desc(sql`${protectionProduct}.rowid`))
    .limit(input.limit)
    .offset(input.skip)
}

/** Holds while nothing stands in place of any of these entries. */
export function areCurrent(ids: readonly string[]): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM protection_product WHERE id IN ${among(ids)}
    AND replaced_by IS NOT NULL)`
}

/** Takes entries of an import out, and puts back what they stood in place of. */
export function takeProductsBack(
  db: Database,
  { importId, ids }: { readonly importId: string; readonly ids: readonly string[] },
): Statement[] {
  return [
    db
      .update(protectionProduct)
      .set({ replacedBy: importId })
      .where(sql`${protectionProduct.id} IN ${among(ids)}`),
    db.run(sql`UPDATE protection_product AS old SET replaced_by = NULL
      WHERE old.replaced_by = ${importId} AND old.import_id IS NOT ${importId}
        AND EXISTS (SELECT 1 FROM protection_product gone WHERE gone.id IN ${among(ids)}
          AND gone.name_folded = old.name_folded
          AND gone.ingredient_folded = old.ingredient_folded
          AND gone.permitted_from_on = old.permitted_from_on)`),
  ]
}

/** Rules by market and ingredient, the latest of each first. */
export function listRules(db: Database, limit: number) {
  const { market, substanceFolded, fromOn } = substanceRule
  return db
    .select()
    .from(substanceRule)
    .orderBy(asc(market), asc(substanceFolded), desc(fromOn))
    .limit(limit)
}

/** More products than any list has. */
const MOST_PRODUCTS = 10_000

/** Entries in force on a day, by name. */
export function readProductsInForce(db: Database, on: string): Promise<PermittedProduct[]> {
  return rowsOf(
    db,
    PRODUCT,
    sql`protection_product WHERE protection_product.replaced_by IS NULL
      AND protection_product.permitted_from_on <= ${on}
      AND (protection_product.permitted_to_on IS NULL
        OR protection_product.permitted_to_on >= ${on})
      ORDER BY protection_product.name_folded LIMIT ${MOST_PRODUCTS}`,
  )
}
