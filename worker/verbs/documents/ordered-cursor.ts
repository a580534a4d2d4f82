import type { ListOrder, ListPlace } from '../../../db/queries/list-order.ts'
import { decodeCursor, encodeCursor, invalidCursor } from './list-cursor.ts'

/** Where a list goes on that is ordered so; throws `invalid_input` for a cursor of another order. */
export function placeIn(order: ListOrder, cursor: string): ListPlace {
  const [key = '', id = ''] = decodeCursor(cursor, 2)
  if (!order.isNumber) return { key, id }
  const number = Number(key)
  if (key === '' || !Number.isFinite(number)) throw invalidCursor()
  return { key: number, id }
}

/** The cursor that goes on behind a row. */
export function cursorAt(
  row: ListPlace | { readonly sortKey: string | number; readonly id: string },
): string {
  return encodeCursor([String('sortKey' in row ? row.sortKey : row.key), row.id])
}
