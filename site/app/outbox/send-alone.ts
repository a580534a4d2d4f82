/**
 * Runs `work` where no other tab of this browser does, by a web lock; null where one does. A browser
 * without locks runs it: two tabs that send the same make one record, only at twice the cost.
 */
export async function sendAlone<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  const locks = globalThis.navigator?.locks
  if (locks === undefined) return work()
  return locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? null : work()))
}
