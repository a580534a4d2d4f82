import type { Database } from '../client.ts'
import { product } from '../schema/index.ts'
import type { ImportProduct } from './batch-imports.ts'
import type { Statement } from './run-batch.ts'

/** Adds a product of which a list says no more than its name and GTIN. */
export function insertProduct(
  db: Database,
  row: ImportProduct & { readonly createdAt: number },
): Statement {
  return db.insert(product).values({ ...row, images: [], standards: [], warnings: [] })
}
