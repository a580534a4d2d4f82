/** One row of an entry: itself, or what it said before it was amended. */
export type EntryVersion = {
  readonly id: string
  /** The row of the entry that nothing amends; `id` itself where it is that. */
  readonly headId: string
  /** How many amendments lie between them. */
  readonly age: number
  /** True where the row says that what it amends was never so. */
  readonly retracts: boolean
}

export type Entry<V extends EntryVersion> = {
  /** What is to be shown: what stands, or what was taken back. */
  readonly shown: V
  /** What it said before, the latest first. */
  readonly earlier: readonly V[]
  /** The row that took it back; null for what stands. */
  readonly takenBackBy: V | null
}

/** Entries of their versions, in the order of the rows that nothing amends. */
export function entriesOf<V extends EntryVersion>(versions: readonly V[]): Entry<V>[] {
  const byHead = Map.groupBy(versions, ({ headId }) => headId)
  return [...byHead.values()].flatMap((group): Entry<V>[] => {
    const [head, ...before] = group.sort((a, b) => a.age - b.age)
    if (head === undefined) return []
    if (!head.retracts) return [{ shown: head, earlier: before, takenBackBy: null }]
    const [said, ...earlier] = before
    return said === undefined ? [] : [{ shown: said, earlier, takenBackBy: head }]
  })
}

/** What stands: the only words that anything is decided by. */
export function standingEntries<V extends EntryVersion>(entries: readonly Entry<V>[]): V[] {
  return entries.flatMap(({ shown, takenBackBy }) => (takenBackBy === null ? [shown] : []))
}
