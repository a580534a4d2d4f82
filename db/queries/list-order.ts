import { type SQL, sql } from 'drizzle-orm'

/** A way in which a list is ordered; an index holds its key and then the id. */
export type ListOrder = {
  readonly key: SQL
  readonly isNumber: boolean
  readonly isDescending: boolean
}

/** The last row of a page: its key in the list's order, and its id. */
export type ListPlace = { readonly key: string | number; readonly id: string }

/** True, in SQL, for rows behind a place; for all before the first page. The index leads there. */
export function isBehind({ key, isDescending }: ListOrder, place: ListPlace | null): SQL {
  if (place === null) return sql`true`
  return isDescending
    ? sql`${key} <= ${place.key} AND (${key} < ${place.key} OR id < ${place.id})`
    : sql`${key} >= ${place.key} AND (${key} > ${place.key} OR id > ${place.id})`
}

/** By these columns, after `ORDER BY`; the other way round for the last row first. */
export function inOrder(order: ListOrder, columns: { readonly key: SQL; readonly id: SQL }): SQL {
  const way = order.isDescending ? sql`DESC` : sql`ASC`
  return sql`${columns.key} ${way}, ${columns.id} ${way}`
}

/** The last row of what stands so ordered comes first. */
export function fromTheEnd(
  order: ListOrder,
  columns: { readonly key: SQL; readonly id: SQL },
): SQL {
  return inOrder({ ...order, isDescending: !order.isDescending }, columns)
}
