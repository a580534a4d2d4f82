const LEASE_MS = 5_000
const LONGEST_WAIT_MS = 20_000
const LOOK_AGAIN_MS = 15

/** Until when somebody has the turn. A number, not a promise: requests of an isolate share no promises. */
let takenUntil = 0

/**
 * One at a time in an isolate, for what hashes a password by a link that works once: hashing holds
 * the thread for as long as many scans, so of several at the same moment only the first should do
 * it, and the others find its change done. Who is cut off loses the turn after a while; what must not
 * happen twice is kept from it by a guard in the batch, not by this.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const askedAt = Date.now()
  while (Date.now() < takenUntil && Date.now() - askedAt < LONGEST_WAIT_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS * (1 + Math.random())))
  }
  const mine = Date.now() + LEASE_MS
  takenUntil = mine
  try {
    return await work()
  } finally {
    if (takenUntil === mine) takenUntil = 0
  }
}
