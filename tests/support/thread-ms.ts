/**
 * Milliseconds of the processor that this thread has used: what a machine does beside it does not
 * count, as it would by the clock on the wall.
 */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
