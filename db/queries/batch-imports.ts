import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { BatchRow } from './batches.ts'
import { inPages } from './in-pages.ts'
import type { Statement } from './run-batch.ts'

export type ImportProducer = {
  readonly id: string
  readonly name: string
  readonly nameFolded: string
}

export type ImportProduct = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly nameFolded: string
  readonly gtin: string | null
}

/** A code a batch may name, the slot of a label it fills, and who holds it. */
export type ImportCode = {
  readonly id: string
  readonly code: string
  readonly slot: 'growing_area' | 'packing_house'
  readonly organisationId: string
  readonly holder: string
}

/** A stored batch with its codes, and the kilograms that came in and went out. */
export type ImportBatch = {
  readonly id: string
  readonly ref: string
  readonly lot: string
  readonly organisationId: string
  readonly productId: string
  readonly packedOn: string | null
  readonly expiresOn: string | null
  readonly harvestedOn: readonly string[]
  readonly seasonFrom: string | null
  readonly quantityValue: number
  readonly quantityUnit: string
  readonly markets: readonly string[]
  readonly isClosed: boolean
  readonly codes: readonly { readonly codeId: string; readonly slot: string }[]
  readonly inputKg: number
  readonly givenKg: number
}

export type BatchImportRows = {
  readonly producers: readonly ImportProducer[]
  readonly products: readonly ImportProduct[]
  readonly codes: readonly ImportCode[]
  readonly batches: readonly ImportBatch[]
}

const ROWS_PER_PAGE = 1_000

/** What one row of a list of batches asks of the database; names folded. */
export type BatchQuestion = {
  readonly producer: string
  readonly productName: string
  readonly gtin: string | null
  /** Search keys of its codes. */
  readonly keys: readonly string[]
  readonly lot: string
}

/** What a list of batches can touch: producers and products of these names, codes, lots. In pages. */
export async function readForBatchImport(
  db: Database,
  questions: readonly BatchQuestion[],
): Promise<BatchImportRows> {
  const pages = await inPages(questions, ROWS_PER_PAGE, async (page) => [await readPage(db, page)])
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ]
  return {
    producers: byId(pages.flatMap((page) => page.producers)),
    products: byId(pages.flatMap((page) => page.products)),
    codes: byId(pages.flatMap((page) => page.codes)),
    batches: byId(pages.flatMap((page) => page.batches)),
  }
}

async function readPage(
  db: Database,
  questions: readonly BatchQuestion[],
): Promise<BatchImportRows> {
  const list = (values: readonly string[]) =>
    sql`(SELECT value FROM json_each(${JSON.stringify([...new Set(values)])}))`
  const names = list(questions.map(({ producer }) => producer))
  const keys = list(questions.flatMap((question) => question.keys))
  const rows = JSON.stringify(
    questions.map(({ producer, productName, gtin, lot }) => [producer, productName, gtin, lot]),
  )
  // Row by row along the indexes: lots and product names are alike in many organisations.
  const asked = sql`
    SELECT p.id AS product_id, w.value->>3 AS lot FROM json_each(${rows}) w
      JOIN organisation o ON o.name_folded = w.value->>0
      JOIN product p ON p.organisation_id = o.id AND p.name_folded = w.value->>1
    UNION SELECT p.id, w.value->>3 FROM json_each(${rows}) w JOIN product p ON p.gtin = w.value->>2`
  const [producers, known, codes, batches] = await db.batch([
    db.all<ImportProducer>(sql`
      SELECT id, name, name_folded AS nameFolded FROM organisation
      WHERE name_folded IN ${names} ORDER BY id`),
    db.all<ImportProduct>(sql`
      SELECT id, organisation_id AS organisationId, name, name_folded AS nameFolded, gtin
      FROM product WHERE id IN (SELECT product_id FROM (${asked}))`),
    db.all<ImportCode>(sql`
      SELECT c.id, c.code, k.label_slot AS slot, o.id AS organisationId, o.name AS holder
      FROM code c JOIN site s ON s.id = c.site_id JOIN site_kind k ON k.id = s.kind
        JOIN organisation o ON o.id = s.organisation_id WHERE c.search_key IN ${keys}`),
    db.all<StoredBatch>(sql`
      SELECT b.id, b.ref, b.lot, b.organisation_id AS organisationId, b.product_id AS productId,
        b.packed_on AS packedOn, b.expires_on AS expiresOn, b.harvested_on AS harvestedOn,
        b.season_from AS seasonFrom, b.quantity_value AS quantityValue,
        b.quantity_unit AS quantityUnit, b.markets,
        (b.sealed_at IS NOT NULL OR b.annulled_at IS NOT NULL) AS closed,
        (SELECT json_group_array(json_object('codeId', code_id, 'slot', slot))
          FROM batch_code WHERE batch_id = b.id) AS codes,
        (SELECT coalesce(sum(quantity_kg), 0.0) FROM lot_edge WHERE to_batch_id = b.id) AS inputKg,
        (SELECT coalesce(sum(quantity_kg), 0.0) FROM lot_edge WHERE from_batch_id = b.id) AS givenKg
      FROM (${asked}) a JOIN product p ON p.id = a.product_id
        JOIN batch b ON b.organisation_id = p.organisation_id AND b.product_id = p.id AND b.lot = a.lot
      -- Of one lot number the live one comes last, and so counts.
      ORDER BY b.annulled_at IS NULL, b.created_at, b.id`),
  ])
  return { producers, products: known, codes, batches: batches.map(toBatch) }
}

type StoredBatch = Omit<ImportBatch, 'harvestedOn' | 'markets' | 'codes' | 'isClosed'> & {
  readonly harvestedOn: string
  readonly markets: string
  readonly codes: string
  readonly closed: number
}

function toBatch({ harvestedOn, markets, codes, closed, ...row }: StoredBatch): ImportBatch {
  return {
    ...row,
    harvestedOn: JSON.parse(harvestedOn) as string[],
    markets: JSON.parse(markets) as string[],
    codes: JSON.parse(codes) as ImportBatch['codes'],
    isClosed: closed === 1,
  }
}

export type NewBatch = Omit<BatchRow, 'sealedAt' | 'codeUseCheckedAt' | 'annulledAt' | 'createdAt'>

/** Stores new batches and the codes they are packed under. */
export function insertBatches(
  db: Database,
  rows: readonly {
    readonly batch: NewBatch
    readonly codes: readonly { readonly codeId: string; readonly slot: string }[]
  }[],
  createdAt: number,
): Statement[] {
  if (rows.length === 0) return []
  const batches = JSON.stringify(
    rows.map(({ batch: b }) => [
      b.id,
      b.ref,
      b.lot,
      b.organisationId,
      b.productId,
      b.packedOn,
      b.expiresOn,
      JSON.stringify(b.harvestedOn),
      b.seasonFrom,
      b.quantityValue,
      b.quantityUnit,
      JSON.stringify(b.markets),
    ]),
  )
  const codes = JSON.stringify(
    rows.flatMap(({ batch, codes: own }) =>
      own.map(({ codeId, slot }) => [batch.id, codeId, slot]),
    ),
  )
  return [
    db.run(sql`
      INSERT INTO batch (id, ref, lot, organisation_id, product_id, packed_on, expires_on, harvested_on,
        season_from, quantity_value, quantity_unit, markets, created_at)
      SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
        value->>8, value->>9, value->>10, value->>11, ${createdAt} FROM json_each(${batches})`),
    db.run(sql`
      INSERT INTO batch_code (batch_id, code_id, slot)
      SELECT value->>0, value->>1, value->>2 FROM json_each(${codes})`),
  ]
}
