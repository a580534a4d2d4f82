/** All rows of a list, a page at a time and in its order: the next begins after the last row of the one before. */
export async function* everyPage<Row, Key>(list: {
  /** Rows of a full page; a shorter one is the last. */
  readonly size: number
  readonly read: (after: Key | null) => Promise<readonly Row[]>
  readonly keyOf: (last: Row) => Key
}): AsyncGenerator<readonly Row[]> {
  const { size, read, keyOf } = list
  let after: Key | null = null
  for (;;) {
    const page: readonly Row[] = await read(after)
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < size) return
    after = keyOf(last)
  }
}
