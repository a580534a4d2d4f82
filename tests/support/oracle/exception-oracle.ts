import type { ExceptionFacts, StandingFacts } from '../../../worker/domain/standing/types.ts'
import { type OracleReason, reasonOf } from './oracle-reason.ts'

/**
 * The exceptions that hold today for the label asked about, or for the batch.
 *
 * "An exception holds from its `effectiveOn`; where several runs hold the same key, profile and serial,
 * an exception on any of them concerns the label". "`amends` takes one back": read like the amendments
 * of decisions: what was amended no longer counts, whatever became of the row that amended it, and
 * a row that only takes another back is no exception itself.
 */
export function exceptionsInForce(facts: StandingFacts, today: string): ExceptionFacts[] {
  return facts.exceptions.filter((exception) => {
    if (exception.withdrawn) return false
    if (facts.exceptions.some((other) => other.amends === exception.id)) return false
    return exception.effectiveOn <= today && concerns(exception, facts.label)
  })
}

/** "null with a null range for the whole batch" */
function concerns(exception: ExceptionFacts, label: StandingFacts['label']): boolean {
  if (exception.runId === null) return true
  if (label === null || !label.runIds.includes(exception.runId)) return false
  if (exception.fromSerial !== null && label.serial < exception.fromSerial) return false
  return exception.toSerial === null || label.serial <= exception.toSerial
}

/** Each exception in force is a reason of its own, everywhere. */
export function exceptionReasons(facts: StandingFacts, today: string): OracleReason[] {
  return exceptionsInForce(facts, today).map((exception) =>
    reasonOf(codeOf(exception), {
      since: exception.effectiveOn,
      market: null,
      recordedAt: exception.recordedAt,
    }),
  )
}

function codeOf(exception: ExceptionFacts): string {
  if (exception.kind === 'void') return 'label_void'
  if (exception.kind === 'stolen') return 'label_stolen'
  if (exception.kind === 'lost') return 'label_lost'
  if (exception.kind === 'recalled') {
    return exception.runId === null ? 'batch_recalled' : 'label_recalled'
  }
  return exception.kind
}
