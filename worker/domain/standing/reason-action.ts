import { type ReasonAction, reasonRow } from './reasons.ts'

/** What a person can do now; one group for reasons that call for the same thing. */
export type ReasonActionGroup = ReasonAction | 'check_market'

/**
 * What to do about a reason. A stop limited to one market, on goods that are not stopped
 * everywhere, asks only the trader to that market to act. Throws for a reason that does not exist.
 */
export function reasonAction(input: {
  readonly code: string
  readonly severity: 'stop' | 'notice'
  readonly genuine: boolean
  readonly stopped: boolean
}): ReasonActionGroup {
  const { code, severity, genuine, stopped } = input
  const { action } = reasonRow(code)
  if (genuine && !stopped) return severity === 'stop' ? 'check_market' : 'keep_receipt'
  return action
}
