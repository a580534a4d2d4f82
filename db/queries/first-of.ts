/** The first row of an answer, or null where there is none. */
export async function firstOf<T>(rows: PromiseLike<readonly T[]>): Promise<T | null> {
  const [row] = await rows
  return row ?? null
}
