import { fillAll } from '../../../copy/fill.ts'
import { BULK_COPY as W } from '../../../copy/portal/bulk.ts'
import { DECISION_REASON_NAMES } from '../../../copy/portal/decision.ts'
import { CODE_REFUSALS } from '../../../copy/refusals/codes.ts'
import { type DecisionReason, isDecisionReason } from '../../../domain/codes/decision-reasons.ts'
import {
  type DecisionRecord,
  readDecisionRecordsInSteps,
} from '../../../domain/lists/records/decision-records.ts'
import type { RowIssue } from '../../../domain/lists/records/import-result.ts'
import {
  type PlainCode,
  pastedCodes,
  sheetCodes,
} from '../../../domain/lists/records/plain-codes.ts'
import type { OldTextFinding } from '../../../lib/sheet/old-text.ts'
import { readWorkbookInSteps } from '../../../lib/sheet/read-workbook.ts'
import type { GiveWay } from '../../../lib/steps/give-way.ts'
import { type Steps, takeStepsGivingWay } from '../../../lib/steps/steps.ts'
import { invalidField } from '../../guard/parse-input.ts'
import { UPLOAD_LIMITS } from '../../imports/portal-limits.ts'

/** What stands for every row that leaves it out. */
export type CommonFields = {
  readonly market: string | null
  readonly status: string | null
  readonly effectiveOn: string | null
  readonly reasonCode: DecisionReason | null
  readonly reason: string | null
  readonly documentNo: string | null
}

/** One decision that a list asks for: a row once for each of its markets. Null is what nobody gave. */
export type ListedDecision = {
  readonly row: number
  readonly typed: string
  readonly market: string | null
  readonly status: string | null
  readonly effectiveOn: string | null
  readonly reason: string | null
  readonly reasonCode: string | null
  readonly documentNo: string | null
  /** Why the row cannot be read; null where it can. */
  readonly fault: string | null
}

export const MOST_DECISIONS = 10_000

/** Reads a pasted list or a file; throws `invalid_input` where it holds no list, or one too long. */
export async function readDecisionList(input: {
  readonly giveWay: GiveWay
  readonly source:
    | { readonly kind: 'pasted'; readonly text: string }
    | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly fileName: string }
  readonly common: CommonFields
  /** Texts in an old encoding are turned into Unicode. */
  readonly convertText: boolean
}): Promise<DecisionListReading> {
  const { source, common, giveWay, convertText } = input
  const path = source.kind === 'file' ? 'file' : 'list'
  const steps =
    source.kind === 'file' ? readFile(source, convertText) : readPasted(source.text, convertText)
  const { reading, oldText } = await takeStepsGivingWay(steps, giveWay)
  if (!reading.ok) {
    if (oldText !== null && !convertText) {
      // Its headings may be written so too.
      return { ...(await readDecisionList({ ...input, convertText: true })), isConverted: true }
    }
    const reason = reading.problem.message
    throw invalidField(path, fillAll(CODE_REFUSALS.listUnreadable, { reason }))
  }
  const faults = reading.issues.map(
    (issue): ListedDecision => ({
      ...{ row: issue.row, typed: issue.value, market: null, status: null, effectiveOn: null },
      ...{ reason: null, reasonCode: null, documentNo: null },
      fault: `${issue.column}: ${issue.reason}`,
    }),
  )
  const asked = reading.records.flatMap(({ row, record }) => decisionsOf(row, record, common))
  const all = [...asked, ...faults].sort((a, b) => a.row - b.row)
  if (all.length === 0) throw invalidField(path, W.listMissing)
  if (all.length > MOST_DECISIONS) throw invalidField(path, W.tooMany)
  return { asked: all, oldText, isConverted: convertText }
}

/** What came of a list: its old texts with it, converted or not. */
export type DecisionListReading = {
  readonly asked: readonly ListedDecision[]
  readonly oldText: OldTextFinding | null
  readonly isConverted: boolean
}

type Reading =
  | { readonly ok: false; readonly problem: { readonly message: string } }
  | {
      readonly ok: true
      readonly records: readonly { readonly row: number; readonly record: DecisionRecord }[]
      readonly issues: readonly RowIssue[]
    }

type Read = { readonly reading: Reading; readonly oldText: OldTextFinding | null }

function* readFile(
  source: { readonly bytes: Uint8Array; readonly fileName: string },
  convertText: boolean,
): Steps<Read> {
  const { bytes, fileName } = source
  const reading = yield* readWorkbookInSteps(bytes, {
    fileName,
    convertText,
    limits: UPLOAD_LIMITS,
  })
  if (!reading.ok) return { reading, oldText: null }
  const { workbook } = reading
  const { oldText = null } = workbook
  const table = yield* readDecisionRecordsInSteps(workbook)
  if (table.ok) return { reading: table, oldText }
  const codes = sheetCodes(workbook)
  return { reading: codes.length > 0 ? plain(codes) : table, oldText }
}

/** A pasted table with its heading, else plain codes. */
function* readPasted(text: string, convertText: boolean): Steps<Read> {
  const bytes = new TextEncoder().encode(text)
  const reading = yield* readWorkbookInSteps(bytes, { fileName: 'danh-sach.csv', convertText })
  const table = reading.ok ? yield* readDecisionRecordsInSteps(reading.workbook) : reading
  const oldText = reading.ok ? (reading.workbook.oldText ?? null) : null
  if (table.ok) return { reading: table, oldText }
  // A heading in an old encoding makes a table of it, and no list of codes.
  return oldText === null || convertText
    ? { reading: plain(pastedCodes(text)), oldText }
    : { reading: table, oldText }
}

function plain(codes: readonly PlainCode[]): Reading {
  const rest = { markets: [], status: null, effectiveOn: null, reason: null, documentNo: null }
  return {
    ok: true,
    issues: [],
    records: codes.map(({ row, code }) => ({ row, record: { code, ...rest } })),
  }
}

function decisionsOf(row: number, record: DecisionRecord, common: CommonFields): ListedDecision[] {
  const markets = record.markets.length > 0 ? record.markets : [common.market]
  const reason = record.reason ?? common.reason
  const reasonCode = record.reason === null ? common.reasonCode : reasonNamed(record.reason)
  return markets.map((market) => ({
    ...{ row, typed: record.code, market, fault: null },
    status: record.status ?? common.status,
    effectiveOn: record.effectiveOn ?? common.effectiveOn,
    reason: reason ?? (reasonCode === null ? null : reasonName(reasonCode)),
    reasonCode,
    documentNo: record.documentNo ?? common.documentNo,
  }))
}

function reasonNamed(text: string): string {
  return isDecisionReason(text) ? text : 'other'
}

function reasonName(reasonCode: string): string {
  return isDecisionReason(reasonCode) ? DECISION_REASON_NAMES[reasonCode].vi : reasonCode
}
