import type { Quantity } from '../../../lib/measure/mass.ts'
import type { Workbook } from '../../../lib/sheet/workbook.ts'
import type { Steps } from '../../../lib/steps/steps.ts'
import type { CalendarDate } from '../../../lib/time/calendar-date.ts'
import { compareDates } from '../../../lib/time/calendar-date.ts'
import { formatDate } from '../../../lib/time/format-date.ts'
import { parseVietnameseDate } from '../../../lib/time/parse-vietnamese-date.ts'
import type { CodeIndex } from '../../codes/find-code.ts'
import type { Code } from '../../codes/normalise-code.ts'
import { type MarketCode, parseMarkets } from '../vocabulary/markets.ts'
import { BATCH_SPEC } from './batch-spec.ts'
import { readGtin } from './gtin-field.ts'
import type { ImportResult } from './import-result.ts'
import { quantityField } from './number-fields.ts'
import { readRecordsInSteps } from './read-records.ts'
import {
  codeOf,
  dateField,
  field,
  type RowContext,
  refuse,
  requiredDate,
  requiredText,
  textField,
  warn,
} from './row-context.ts'

/** One packed batch. */
export interface BatchRecord {
  readonly lot: string
  readonly productName: string
  /** 14 digits, check digit verified. */
  readonly gtin: string | null
  readonly producerName: string
  /** In order, each day once; empty when not given. */
  readonly harvestedOn: readonly CalendarDate[]
  readonly packedOn: CalendarDate
  readonly expiresOn: CalendarDate | null
  readonly quantity: Quantity
  readonly markets: readonly MarketCode[]
  readonly growingAreaCodes: readonly Code[]
  readonly packingHouseCode: Code | null
}

export interface BatchImportOptions {
  readonly knownCodes?: CodeIndex
}

/** Reads packed batches from all sheets of a workbook. Without a market a batch is domestic. */
export function readBatchRecordsInSteps(
  workbook: Workbook,
  options: BatchImportOptions = {},
): Steps<ImportResult<BatchRecord>> {
  const seen = new Map<string, number>()
  return readRecordsInSteps(workbook, BATCH_SPEC, (context) => {
    const record = parseBatchRecord(context, options)
    if (record === null || context.issues.length > 0) return null
    const key = `${record.producerName}\n${record.productName}\n${record.lot}`
    const before = seen.get(key)
    if (before !== undefined) {
      warn(context, 'lot', 'repeated_lot', `mã lô ${record.lot} đã có ở dòng ${before}.`)
    }
    seen.set(key, before ?? context.row.row)
    return record
  })
}

function parseBatchRecord(context: RowContext, options: BatchImportOptions): BatchRecord | null {
  const lot = requiredText(context, 'lot')
  const productName = requiredText(context, 'productName')
  const producerName = requiredText(context, 'producerName')
  const gtin = readGtin(context)
  const harvestedOn = readHarvestDates(context)
  const packedOn = requiredDate(context, 'packedOn')
  const expiresOn = dateField(context, 'expiresOn')
  checkOrder(context, harvestedOn, packedOn, expiresOn)
  const quantity = quantityField(context, 'quantity', { own: 'unit' })
  if (quantity === null && !context.refused.has('quantity')) {
    refuse(context, 'quantity', 'Thiếu số lượng.', 'missing')
  }
  const markets = readMarkets(context)
  const growingAreaCodes = readAreaCodes(context, options)
  const houseText = textField(context, 'packingHouseCode')
  const packingHouseCode =
    houseText === null ? null : codeOf(context, 'packingHouseCode', houseText, options.knownCodes)
  if (lot === null || productName === null || producerName === null) return null
  if (packedOn === null || quantity === null || markets === null) return null
  return {
    lot,
    productName,
    gtin,
    producerName,
    harvestedOn,
    packedOn,
    expiresOn,
    quantity,
    markets,
    growingAreaCodes,
    packingHouseCode,
  }
}

/** One date, or several with `,` `;` `và` or line breaks between them. A span of days is refused. */
function readHarvestDates(context: RowContext): readonly CalendarDate[] {
  const plain = field(context, 'harvestedOn')
  const text = textField(context, 'harvestedOn')
  if (typeof plain !== 'string' || text === null) {
    const date = dateField(context, 'harvestedOn')
    return date === null ? [] : [date]
  }
  const parts = partsOf(context, 'harvestedOn', plain.split(/[,;\n\r+&]|\s(?:và|va)\s/i))
  const dates = new Set<CalendarDate>()
  for (const part of parts) {
    const reading = parseVietnameseDate(part)
    if (!reading.ok) {
      const span = isSpan(part) || /^\d{1,2}$/.test(part)
      const reason = span ? 'Hãy ghi từng ngày thu hoạch, cách nhau dấu phẩy.' : reading.reason
      refuse(context, 'harvestedOn', reason)
      return []
    }
    dates.add(reading.on)
  }
  return [...dates].sort(compareDates)
}

/** Codes or days that one batch can have: a year of days is more than any. */
const MOST_PARTS = 366

/** The parts of a cell that holds several; none, and the row refused, where they are too many. */
function partsOf(context: RowContext, id: string, typed: readonly string[]): readonly string[] {
  const parts = typed.map((part) => part.trim()).filter((part) => part !== '')
  if (parts.length <= MOST_PARTS) return parts
  refuse(context, id, `Ô có quá nhiều phần; nhiều nhất ${MOST_PARTS}.`)
  return []
}

/** `3 - 5/3/2026`: a range of days, which ends with a year. */
function isSpan(part: string): boolean {
  const range = /\d\s{0,3}(?:-|–|đến|->|→)\s{0,3}\d/.exec(part)
  if (range === null || !/\d{4}$/.test(part)) return false
  return range.index + range[0].length <= part.length - 4
}

function checkOrder(
  context: RowContext,
  harvestedOn: readonly CalendarDate[],
  packedOn: CalendarDate | null,
  expiresOn: CalendarDate | null,
): void {
  if (packedOn === null) return
  const last = harvestedOn.at(-1)
  if (last !== undefined && compareDates(last, packedOn) > 0) {
    const reason = `Thu hoạch ngày ${formatDate(last)}, sau ngày đóng gói ${formatDate(packedOn)}.`
    refuse(context, 'harvestedOn', reason)
  }
  if (expiresOn !== null && compareDates(expiresOn, packedOn) < 0) {
    const reason = `Hạn sử dụng ${formatDate(expiresOn)} trước ngày đóng gói ${formatDate(packedOn)}.`
    refuse(context, 'expiresOn', reason)
  }
}

function readMarkets(context: RowContext): readonly MarketCode[] | null {
  const text = textField(context, 'market')
  if (text === null) return context.refused.has('market') ? null : ['VNM']
  const reading = parseMarkets(text)
  return reading.ok ? reading.markets : refuse(context, 'market', reading.reason)
}

function readAreaCodes(context: RowContext, options: BatchImportOptions): readonly Code[] {
  const plain = field(context, 'growingAreaCodes')
  if (plain === null || textField(context, 'growingAreaCodes') === null) return []
  const codes = new Set<Code>()
  const typed = String(plain).split(/[,;+\n\r]|\s(?:và|va)\s/i)
  for (const part of partsOf(context, 'growingAreaCodes', typed)) {
    const code = codeOf(context, 'growingAreaCodes', part, options.knownCodes)
    if (code !== null) codes.add(code)
  }
  return [...codes]
}
