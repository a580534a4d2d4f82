import { getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, batchCode, code, organisation, product, siteKind } from '../schema/index.ts'
import { among } from './among.ts'
import { inputKgOf } from './batch-goods.ts'
import type { BatchRow } from './batches.ts'
import { flag, json, number, type RowOf } from './fields.ts'
import { inPages } from './in-pages.ts'
import { insertRows } from './insert-rows.ts'
import { listed } from './listed.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

const PRODUCER = {
  ...pick(organisation, 'id', 'name', 'nameFolded'),
}

const PRODUCT = {
  ...pick(product, 'id', 'organisationId', 'name', 'nameFolded', 'gtin'),
}

/** A code a batch may name, the slot of a label it fills, and who holds it. */
const CODE = {
  ...pick(code, 'id', 'code'),
  slot: siteKind.labelSlot,
  organisationId: organisation.id,
  holder: organisation.name,
}

export type BatchCode = Pick<typeof batchCode.$inferSelect, 'codeId' | 'slot'>

const {
  sealedAt,
  codeUseCheckedAt: _,
  annulledAt,
  createdAt: __,
  importId: ___,
  ...DECLARED
} = getTableColumns(batch)

/** A stored batch with its codes, and the kilograms that came in and went out. */
const BATCH = {
  ...DECLARED,
  isClosed: flag(sql`(${sealedAt} IS NOT NULL OR ${annulledAt} IS NOT NULL)`),
  codes: json<readonly BatchCode[]>(sql`(
    SELECT json_group_array(json_object('codeId', code_id, 'slot', slot))
    FROM batch_code WHERE batch_id = ${batch.id})`),
  inputKg: number(inputKgOf(batch.id)),
  givenKg: number(
    sql`(SELECT coalesce(sum(quantity_kg), 0.0) FROM lot_edge WHERE from_batch_id = ${batch.id})`,
  ),
}

export type ImportProducer = RowOf<typeof PRODUCER>
export type ImportProduct = RowOf<typeof PRODUCT>
export type ImportCode = RowOf<typeof CODE>
export type ImportBatch = RowOf<typeof BATCH>

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
  const names = new Set(questions.map(({ producer }) => producer))
  const keys = new Set(questions.flatMap((question) => question.keys))
  const { rows, of } = listed(
    questions.map(({ keys: _, ...question }): Omit<BatchQuestion, 'keys'> => question),
  )
  // Row by row along the indexes: lots and product names are alike in many organisations.
  const asked = sql`
    SELECT p.id AS product_id, ${of('lot')} AS lot FROM ${rows}
      JOIN organisation o ON o.name_folded = ${of('producer')}
      JOIN product p ON p.organisation_id = o.id AND p.name_folded = ${of('productName')}
    UNION SELECT p.id, ${of('lot')} FROM ${rows} JOIN product p ON p.gtin = ${of('gtin')}`
  const [producers, products, codes, batches] = await db.batch([
    rowsOf(
      db,
      PRODUCER,
      sql`organisation WHERE name_folded IN ${among([...names])} ORDER BY organisation.id`,
    ),
    rowsOf(db, PRODUCT, sql`product WHERE product.id IN (SELECT product_id FROM (${asked}))`),
    rowsOf(
      db,
      CODE,
      sql`code JOIN site ON site.id = code.site_id JOIN site_kind ON site_kind.id = site.kind
        JOIN organisation ON organisation.id = site.organisation_id
      WHERE code.search_key IN ${among([...keys])}`,
    ),
    rowsOf(
      db,
      BATCH,
      sql`(${asked}) a JOIN product p ON p.id = a.product_id
        JOIN batch ON batch.organisation_id = p.organisation_id AND batch.product_id = p.id
          AND batch.lot = a.lot`,
    ),
  ])
  return { producers, products, codes, batches }
}

export type NewBatch = Omit<
  BatchRow,
  'sealedAt' | 'codeUseCheckedAt' | 'annulledAt' | 'createdAt' | 'importId'
>

/** Stores new batches and the codes they are packed under. */
export function insertBatches(
  db: Database,
  rows: readonly { readonly batch: NewBatch; readonly codes: readonly BatchCode[] }[],
  marks: { readonly createdAt: number; readonly importId: string },
): Statement[] {
  if (rows.length === 0) return []
  const batches = rows.map((row) => ({ ...row.batch, ...marks }))
  const codes = rows.flatMap((row) => row.codes.map((own) => ({ ...own, batchId: row.batch.id })))
  return [insertRows(db, batch, batches), insertRows(db, batchCode, codes)]
}
