const KEY = 'goc-unlocked'
/** After so long without a touch the phone was laid aside. */
export const IDLE_MS = 5 * 60_000

/** Notes in this tab who has it open and when it was last touched, for a page that is opened anew. */
export function keepUnlocked(accountId: string | null, now: number): void {
  try {
    if (accountId === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify({ accountId, at: now }))
  } catch {
    // A browser that keeps nothing asks for the PIN again.
  }
}

/** Who has this tab open, unless it was laid aside for too long. */
export function readUnlocked(now: number): string | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('accountId' in kept) || !('at' in kept))
      return null
    const { accountId, at } = kept
    if (typeof accountId !== 'string' || typeof at !== 'number') return null
    return now >= at && now - at < IDLE_MS ? accountId : null
  } catch {
    return null
  }
}
