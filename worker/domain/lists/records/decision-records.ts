import type { Workbook } from '../../../lib/sheet/workbook.ts'
import type { Steps } from '../../../lib/steps/steps.ts'
import type { CalendarDate } from '../../../lib/time/calendar-date.ts'
import { CODE_STATUSES, type CodeStatus } from '../vocabulary/code-terms.ts'
import { type MarketCode, parseMarkets } from '../vocabulary/markets.ts'
import { DECISION_SPEC } from './decision-spec.ts'
import type { ImportResult } from './import-result.ts'
import { readRecordsInSteps } from './read-records.ts'
import { dateField, type RowContext, refuse, requiredText, textField } from './row-context.ts'

/** One row of a list of decisions; what the row leaves out is null, or empty for markets. */
export type DecisionRecord = {
  /** As typed. */
  readonly code: string
  readonly markets: readonly MarketCode[]
  readonly status: CodeStatus | null
  readonly effectiveOn: CalendarDate | null
  readonly reason: string | null
  readonly documentNo: string | null
}

/** Reads a list of decisions from all sheets of a workbook. */
export function readDecisionRecordsInSteps(
  workbook: Workbook,
): Steps<ImportResult<DecisionRecord>> {
  return readRecordsInSteps(workbook, DECISION_SPEC, parseRow)
}

function parseRow(context: RowContext): DecisionRecord | null {
  const code = requiredText(context, 'code')
  if (code === null) return null
  return {
    code,
    markets: marketsOf(context),
    status: statusOf(context),
    effectiveOn: dateField(context, 'effectiveOn'),
    reason: textField(context, 'statusReason'),
    documentNo: textField(context, 'documentNo'),
  }
}

function marketsOf(context: RowContext): readonly MarketCode[] {
  const text = textField(context, 'market')
  if (text === null) return []
  const reading = parseMarkets(text)
  if (reading.ok) return reading.markets
  refuse(context, 'market', reading.reason)
  return []
}

function statusOf(context: RowContext): CodeStatus | null {
  const text = textField(context, 'status')
  if (text === null) return null
  return CODE_STATUSES.find(text) ?? refuse(context, 'status', `Không biết trạng thái “${text}”.`)
}
