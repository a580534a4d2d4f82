import type { Area } from '../../../lib/measure/area.ts'
import { numberOfDecimal } from '../../../lib/measure/decimal.ts'
import type { Workbook } from '../../../lib/sheet/workbook.ts'
import { type Steps, takeSteps } from '../../../lib/steps/steps.ts'
import type { CalendarDate } from '../../../lib/time/calendar-date.ts'
import type { SiteKind } from '../../codes/code-schemes.ts'
import { codeSearchKey } from '../../codes/code-search-key.ts'
import { describeScheme, type SchemeDescription } from '../../codes/describe-scheme.ts'
import { type Code, normaliseCode } from '../../codes/normalise-code.ts'
import type { ListedFacts } from '../../sites/site-facts.ts'
import {
  CODE_STATUSES,
  type CodeStatus,
  HOLDER_KINDS,
  type HolderKind,
} from '../vocabulary/code-terms.ts'
import { type MarketCode, marketOf, parseMarkets } from '../vocabulary/markets.ts'
import type { CodeImportOptions } from './code-import-options.ts'
import { readKind } from './code-kind.ts'
import { readPlace } from './code-place.ts'
import { CODE_SPEC } from './code-spec.ts'
import type { ImportResult } from './import-result.ts'
import { areaField } from './number-fields.ts'
import { readRecordsInSteps } from './read-records.ts'
import {
  codeOf,
  dateField,
  type RowContext,
  refuse,
  requiredDate,
  requiredText,
  textField,
  warn,
} from './row-context.ts'
import { readFactCells } from './site-fact-cells.ts'
import { warnLikeHolder } from './warn-like-holder.ts'

/** One row of a list of codes: a site, its place, and its status for some markets since a day. */
export interface CodeRecord extends ListedFacts {
  readonly code: Code
  /** As the cell shows it. */
  readonly printedCode: string
  readonly schemeId: string | null
  readonly kind: SiteKind
  readonly siteName: string
  readonly holderName: string
  readonly holderKind: HolderKind | null
  readonly hamlet: string | null
  readonly commune: string
  readonly formerDistrict: string | null
  readonly province: string
  readonly crop: string | null
  readonly plantedAreaHa: number | null
  /** The exact area and the figure and unit as entered. */
  readonly plantedArea: Area | null
  readonly markets: readonly MarketCode[]
  /** Null when the list does not say. */
  readonly status: CodeStatus | null
  readonly statusReason: string | null
  readonly effectiveOn: CalendarDate
  readonly documentNo: string | null
  readonly legacyCode: Code | null
  readonly validTo: CalendarDate | null
  /** Ids by which another system knows the code, its place, and the code in this market. */
  readonly externalId: string | null
  readonly siteExternalId: string | null
  readonly marketExternalId: string | null
}

/** Reads lists of growing-area and packing-house codes from all sheets of a workbook. */
export function readCodeRecords(
  workbook: Workbook,
  options: CodeImportOptions = {},
): ImportResult<CodeRecord> {
  return takeSteps(readCodeRecordsInSteps(workbook, options))
}

/** {@link readCodeRecords}, a row at a time. */
export function readCodeRecordsInSteps(
  workbook: Workbook,
  options: CodeImportOptions = {},
): Steps<ImportResult<CodeRecord>> {
  const seen = new Map<string, { row: number; sheet: string; code: Code; markets: Set<string> }>()
  const holders = new Map<string, { readonly name: string; readonly row: number }>()
  return readRecordsInSteps(workbook, CODE_SPEC, (context) => {
    const record = parseCodeRecord(context, options)
    if (record !== null && context.issues.length === 0) {
      warnRepeats(context, record, seen)
      warnLikeHolder(context, record, holders)
    }
    return record
  })
}

function parseCodeRecord(context: RowContext, options: CodeImportOptions): CodeRecord | null {
  const printedCode = requiredText(context, 'code')
  const code =
    printedCode === null ? null : codeOf(context, 'code', printedCode, options.knownCodes)
  const scheme = code === null ? null : describeScheme(code, options.schemes)
  if (scheme?.warning) warn(context, 'code', 'unusual_code', scheme.warning)
  const kind = readKind(context, scheme, options)
  const siteName = requiredText(context, 'siteName')
  const holderName = requiredText(context, 'holderName')
  const place = readPlace(context, options)
  const markets = readMarkets(context, scheme, options)
  const effectiveOn = requiredDate(context, 'effectiveOn')
  const validTo = dateField(context, 'validTo')
  if (effectiveOn !== null && validTo !== null && validTo < effectiveOn) {
    refuse(context, 'validTo', 'Ngày hết hạn trước ngày cấp.')
  }
  const plantedArea = areaField(context, 'plantedAreaHa')
  const rest = {
    holderKind: readHolderKind(context, holderName),
    crop: textField(context, 'crop'),
    plantedAreaHa: plantedArea === null ? null : numberOfDecimal(plantedArea.areaHa),
    plantedArea,
    ...readFactCells(context),
    status: readStatus(context),
    statusReason: textField(context, 'statusReason'),
    documentNo: textField(context, 'documentNo'),
    legacyCode: readLegacyCode(context),
    validTo,
    externalId: textField(context, 'externalId'),
    siteExternalId: textField(context, 'siteExternalId'),
    marketExternalId: textField(context, 'marketExternalId'),
  }
  if (context.issues.length > 0 && place !== null) {
    const { province, formerDistrict, commune } = place
    const problem = options.placeProblem?.({
      province,
      formerDistrict,
      commune,
      onDate: effectiveOn,
    })
    if (problem) refuse(context, problem.column, problem.reason)
  }
  if (printedCode === null || code === null || kind === null || siteName === null) return null
  if (holderName === null || place === null || markets === null || effectiveOn === null) return null
  const schemeId = scheme?.scheme?.id ?? null
  return {
    code,
    printedCode,
    schemeId,
    kind,
    siteName,
    holderName,
    ...place,
    markets,
    effectiveOn,
    ...rest,
  }
}

function readMarkets(
  context: RowContext,
  scheme: SchemeDescription | null,
  options: CodeImportOptions,
): readonly MarketCode[] | null {
  const inCode = scheme?.market ? marketOf(scheme.market) : null
  const text = textField(context, 'market')
  if (text === null) {
    if (inCode !== null) return [inCode]
    const defaults = options.defaults?.markets ?? []
    if (defaults.length > 0) return defaults
    return context.refused.has('market') ? null : refuse(context, 'market', 'Thiếu thị trường.')
  }
  const reading = parseMarkets(text)
  if (!reading.ok) return refuse(context, 'market', reading.reason)
  if (inCode !== null && !reading.markets.includes(inCode)) {
    warn(context, 'market', 'market_differs', `thị trường “${text}” không khớp với mã (${inCode}).`)
  }
  return reading.markets
}

function readHolderKind(context: RowContext, holderName: string | null): HolderKind | null {
  const text = textField(context, 'holderKind')
  if (text === null) {
    const opening = /^(HTX|Hợp tác xã|THT|Tổ hợp tác|Công ty|Cty|DNTN|Trang trại)\b/iu.exec(
      holderName ?? '',
    )
    return opening === null ? null : HOLDER_KINDS.find(opening[0])
  }
  const kind = HOLDER_KINDS.find(text)
  if (kind === null) warn(context, 'holderKind', 'holder_kind', `không biết loại hình “${text}”.`)
  return kind
}

function readStatus(context: RowContext): CodeStatus | null {
  const text = textField(context, 'status')
  if (text === null) return null
  const status = CODE_STATUSES.find(text)
  // Guessing here could turn a suspended code active.
  return status ?? refuse(context, 'status', `Không biết trạng thái “${text}”.`)
}

function readLegacyCode(context: RowContext): Code | null {
  const text = textField(context, 'legacyCode')
  if (text === null) return null
  const reading = normaliseCode(text)
  return reading.ok ? reading.code : refuse(context, 'legacyCode', reading.reason)
}

function warnRepeats(
  context: RowContext,
  record: CodeRecord,
  seen: Map<string, { row: number; sheet: string; code: Code; markets: Set<string> }>,
): void {
  const key = codeSearchKey(record.code)
  const before = seen.get(key)
  if (before === undefined) {
    const { row, sheet } = { row: context.row.row, sheet: context.table.sheet }
    seen.set(key, { row, sheet, code: record.code, markets: new Set(record.markets) })
    return
  }
  const where = `dòng ${before.row}${before.sheet === context.table.sheet ? '' : ` trang “${before.sheet}”`}`
  if (before.code !== record.code) {
    warn(
      context,
      'code',
      'similar_code',
      `mã ${record.code} gần giống mã ${before.code} ở ${where}.`,
    )
  } else if (record.markets.some((market) => before.markets.has(market))) {
    warn(
      context,
      'code',
      'repeated_code',
      `mã ${record.code} đã có ở ${where} cho cùng thị trường.`,
    )
  }
  for (const market of record.markets) before.markets.add(market)
}
