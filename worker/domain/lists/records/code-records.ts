import type { Area } from '../../../lib/measure/area.ts'
import { numberOfDecimal } from '../../../lib/measure/decimal.ts'
import type { Workbook } from '../../../lib/sheet/workbook.ts'
import type { Steps } from '../../../lib/steps/steps.ts'
import { type CalendarDate, FIRST_DAY } from '../../../lib/time/calendar-date.ts'
import type { SiteKind } from '../../codes/code-schemes.ts'
import { describeScheme } from '../../codes/describe-scheme.ts'
import type { Code } from '../../codes/normalise-code.ts'
import type { ListedFacts } from '../../sites/site-facts.ts'
import type { CodeStatus, HolderKind } from '../vocabulary/code-terms.ts'
import type { MarketCode } from '../vocabulary/markets.ts'
import { readHolderKind, readLegacyCode, readMarkets, readStatus } from './code-cells.ts'
import type { CodeImportOptions } from './code-import-options.ts'
import { readKind } from './code-kind.ts'
import { readPlace } from './code-place.ts'
import { CODE_SPEC } from './code-spec.ts'
import type { ImportedRecord, ImportResult } from './import-result.ts'
import { areaField } from './number-fields.ts'
import { importedRow, readRecordsInSteps } from './read-records.ts'
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
import { type SeenCodes, warnRepeats } from './warn-repeated-code.ts'

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

/** A row that is refused for what its cells say, as far as it can be read; what cannot stands empty. */
export type FaultyCodeRow = {
  readonly imported: ImportedRecord<CodeRecord>
  /** Columns that were refused. */
  readonly unread: ReadonlySet<string>
}

export type CodeListReading = ImportResult<CodeRecord> & {
  readonly faulty: readonly FaultyCodeRow[]
}

/** Reads lists of growing-area and packing-house codes from all sheets of a workbook. */
export function* readCodeRecordsInSteps(
  workbook: Workbook,
  options: CodeImportOptions = {},
): Steps<CodeListReading> {
  const seen: SeenCodes = new Map()
  const holders = new Map<string, { readonly name: string; readonly row: number }>()
  const faulty: FaultyCodeRow[] = []
  const result = yield* readRecordsInSteps(workbook, CODE_SPEC, (context) => {
    const { record, glimpse } = parseCodeRecord(context, options)
    if (record !== null && context.issues.length === 0) {
      warnRepeats(context, record, seen)
      warnLikeHolder(context, record, holders)
    } else if (glimpse !== null) {
      faulty.push({ imported: importedRow(context, glimpse), unread: context.refused })
    }
    return record
  })
  return { ...result, faulty }
}

/** A record, and what can be made out of one that lacks something; null without a code. */
type ParsedRow = { readonly record: CodeRecord | null; readonly glimpse: CodeRecord | null }

const NO_PLACE = { hamlet: null, commune: '', formerDistrict: null, province: '' }

function parseCodeRecord(context: RowContext, options: CodeImportOptions): ParsedRow {
  const printedCode = requiredText(context, 'code')
  const code = printedCode === null ? null : readCode(context, printedCode, options)
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
    holderKind: readHolderKind(context, holderName, options),
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
  if (printedCode === null || code === null) return { record: null, glimpse: null }
  const glimpse: CodeRecord = {
    code,
    printedCode,
    schemeId: scheme?.scheme?.id ?? null,
    kind: kind ?? 'growing_area',
    siteName: siteName ?? '',
    holderName: holderName ?? '',
    ...(place ?? NO_PLACE),
    markets: markets ?? [],
    effectiveOn: effectiveOn ?? FIRST_DAY,
    ...rest,
  }
  const isWhole = [kind, siteName, holderName, place, markets, effectiveOn].every(
    (part) => part !== null,
  )
  return { record: isWhole ? glimpse : null, glimpse }
}

/** The code a cell names, or the one of its own that somebody said it is. */
function readCode(
  context: RowContext,
  printedCode: string,
  options: CodeImportOptions,
): Code | null {
  const own = options.newCode?.(printedCode) ?? null
  return own ?? codeOf(context, 'code', printedCode, options.knownCodes)
}
