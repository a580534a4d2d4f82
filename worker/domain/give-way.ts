/**
 * Lets whatever else waits for this thread have its turn. Long computing awaits it every few
 * milliseconds: scans are answered on the same thread.
 */
export type GiveWay = () => Promise<void>
