import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import {
  certification,
  code,
  organisation,
  product,
  productCategory,
  site,
} from '../schema/index.ts'
import type { BatchSources } from './batch-source-rows.ts'
import { json, maybe, number, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'

/** Counting ends here: whoever reads wants to know whether there are some, or many. */
export const MOST_COUNTED = 1_000
/** Products and codes of a producer that its page tells. */
export const MOST_TOLD = 100

/** Whose word a certification is, and when it holds. */
const VOUCHED = sql`'state', x.state, 'issuedBy', x.issued_by, 'issuedOn', x.issued_on,
  'expiresOn', x.expires_on, 'revokedOn', x.revoked_on, 'declaredAt', x.declared_at,
  'decidedAt', x.decided_at, 'authority', x.authority`

const PRODUCER = {
  orgName: organisation.name,
  orgKind: organisation.kind,
  ...pick(organisation, 'nameConsentOn', 'address', 'communeName', 'provinceName', 'suspendedOn'),
}

const SEALED = sql`FROM batch b WHERE b.product_id = ${product.id}
  AND b.sealed_at IS NOT NULL AND b.annulled_at IS NULL`

const PUBLIC_PRODUCT = {
  ...pick(product, 'id', 'organisationId', 'name', 'gtin', 'brand', 'netContentValue'),
  ...pick(product, 'netContentUnit', 'images', 'standards', 'shelfLife', 'storage', 'warnings'),
  ...pick(product, 'description', 'story', 'mark', 'markNo', 'archivedAt'),
  categoryVi: maybe(productCategory.nameVi),
  categoryEn: maybe(productCategory.nameEn),
  categoryZh: maybe(productCategory.nameZh),
  ...PRODUCER,
  certificates: json<BatchSources['certificates']>(sql`(SELECT json_group_array(json_object(
      'kind', x.kind, 'number', x.number, 'standard', x.standard, ${VOUCHED}))
    FROM (SELECT * FROM ${certification} y WHERE y.organisation_id = ${product.organisationId}
      AND y.batch_id IS NULL AND y.site_id IS NULL AND y.state IN ('declared', 'confirmed')
      AND y.kind NOT IN ('ocop', 'lab_test')
      AND (y.product_id IS NULL OR y.product_id = ${product.id})
      ORDER BY y.kind, y.number, y.id LIMIT 200) x)`),
  ocop: json<BatchSources['ocop']>(sql`(SELECT json_group_array(json_object(
      'number', x.number, 'stars', x.stars, ${VOUCHED}))
    FROM (SELECT * FROM ${certification} y WHERE y.product_id = ${product.id}
      AND y.kind = 'ocop' AND y.state = 'confirmed'
      ORDER BY y.issued_on DESC, y.id LIMIT 50) x)`),
  sealed: number(
    sql`(SELECT count(*) FROM (SELECT 1 ${SEALED} LIMIT ${sql.raw(String(MOST_COUNTED + 1))}))`,
  ),
  newestPackedOn: maybe(text(sql`(SELECT max(b.packed_on) ${SEALED})`)),
}

export type PublicProductRow = RowOf<typeof PUBLIC_PRODUCT>

/** A product with all that may be public of it, in one round trip. */
export function readPublicProduct(db: Database, id: string): Promise<PublicProductRow | null> {
  return firstOf(
    db
      .select(PUBLIC_PRODUCT)
      .from(product)
      .innerJoin(organisation, eq(organisation.id, product.organisationId))
      .leftJoin(productCategory, eq(productCategory.id, product.categoryId))
      .where(eq(product.id, id))
      .limit(1),
  )
}

const TOLD_PRODUCT = pick(product, 'id', 'name', 'images')
const TOLD_CODE = {
  code: code.code,
  kind: site.kind,
  siteName: site.name,
  ...pick(site, 'communeName', 'provinceName'),
}

const PUBLIC_ORGANISATION = { id: organisation.id, gln: organisation.gln, ...PRODUCER }

export type PublicOrganisationRow = RowOf<typeof PUBLIC_ORGANISATION> & {
  readonly products: readonly RowOf<typeof TOLD_PRODUCT>[]
  readonly codes: readonly RowOf<typeof TOLD_CODE>[]
}

/** A producer with its products in use and its codes, one more of each than are told. */
export async function readPublicOrganisation(
  db: Database,
  id: string,
): Promise<PublicOrganisationRow | null> {
  const [[row], products, codes] = await db.batch([
    db.select(PUBLIC_ORGANISATION).from(organisation).where(eq(organisation.id, id)).limit(1),
    db
      .select(TOLD_PRODUCT)
      .from(product)
      .where(and(eq(product.organisationId, id), isNull(product.archivedAt)))
      .orderBy(asc(product.nameFolded), asc(product.id))
      .limit(MOST_TOLD + 1),
    db
      .select(TOLD_CODE)
      .from(site)
      .innerJoin(code, eq(code.siteId, site.id))
      .where(and(eq(site.organisationId, id), isNull(code.withdrawnAt)))
      .orderBy(asc(code.code))
      .limit(MOST_TOLD + 1),
  ])
  return row === undefined ? null : { ...row, products, codes }
}
