/**
 * Reads for a long list a page at a time and puts the answers together, in order: libSQL servers
 * refuse answers above some ten megabytes, and one statement should not hold the others up.
 */
export async function inPages<T, R>(
  list: readonly T[],
  size: number,
  read: (page: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const all: R[] = []
  for (let at = 0; at < list.length; at += size) {
    for (const row of await read(list.slice(at, at + size))) all.push(row)
  }
  return all
}
