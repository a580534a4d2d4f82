/** A fault as the log has it: its class and where it was thrown. Messages of the driver hold SQL and values. */
export function faultForLog(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error, cause: null, at: null }
  const { name, cause, stack = '' } = error
  const at = stack.split('\n').find((line) => /^\s+at /.test(line)) ?? null
  return { name, cause: cause instanceof Error ? cause.name : null, at: at?.trim() ?? null }
}
