import { asc, eq } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { labelStock } from '../schema/index.ts'

export type LabelStockRow = typeof labelStock.$inferSelect

/** The label sizes an organisation saved, by name. */
export function listLabelStocks(
  db: Database,
  asked: { readonly organisationId: string; readonly limit: number },
): Promise<LabelStockRow[]> {
  return db
    .select()
    .from(labelStock)
    .where(eq(labelStock.organisationId, asked.organisationId))
    .orderBy(asc(labelStock.name))
    .limit(asked.limit)
}
