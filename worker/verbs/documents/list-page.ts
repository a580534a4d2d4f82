import { decodeCursor, pageOf, wholeKey } from './list-cursor.ts'

/** What of a list is asked for: where it goes on, null at its head, and how much of it. */
export type PageAsked = { readonly cursor: string | null; readonly limit: number }

/** A page of a list, and the cursor to go on with; null where it ends. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null }

/** Where there is nothing to see. */
export const NO_PAGE: Page<never> = { rows: [], nextCursor: null }

/** What a list is ordered by, first key first; no two rows have the same last one. */
type Order = Readonly<Record<string, 'text' | 'whole'>>

/** A place in a list of that order: the keys of a row. */
type PlaceIn<O extends Order> = {
  readonly [Key in keyof O]: O[Key] extends 'whole' ? number : string
}

/** A page of a list of that order; throws `invalid_input` for a cursor that the list did not give. */
export async function listPage<const O extends Order, Row extends PlaceIn<O>>(
  { cursor, limit }: PageAsked,
  order: O,
  read: (page: {
    readonly after: PlaceIn<O> | null
    readonly limit: number
  }) => Promise<readonly Row[]>,
): Promise<Page<Row>> {
  const after = cursor === null ? null : placeAt(cursor, order)
  // One row more tells whether there is another page.
  const rows = await read({ after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => Object.keys(order).map((key) => String(row[key])) })
}

function placeAt<O extends Order>(cursor: string, order: O): PlaceIn<O> {
  const keys = Object.entries(order)
  const texts = decodeCursor(cursor, keys.length)
  const place = keys.map(([key, kind], at) => {
    const text = texts[at] ?? ''
    return [key, kind === 'whole' ? wholeKey(text) : text]
  })
  // Every key of the order was read as what the order says it is.
  return Object.fromEntries(place) as PlaceIn<O>
}
