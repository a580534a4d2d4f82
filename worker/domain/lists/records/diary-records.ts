import { DIARY_KINDS, type DiaryKind } from '../../../copy/diary.ts'
import type { Quantity } from '../../../lib/measure/mass.ts'
import type { Workbook } from '../../../lib/sheet/workbook.ts'
import type { Steps } from '../../../lib/steps/steps.ts'
import type { CalendarDate } from '../../../lib/time/calendar-date.ts'
import type { CodeIndex } from '../../codes/find-code.ts'
import type { Code } from '../../codes/normalise-code.ts'
import { cropWorkOf } from '../vocabulary/crop-works.ts'
import { type DiaryKindReading, diaryKindOf } from '../vocabulary/diary-kinds.ts'
import { DIARY_SPEC } from './diary-spec.ts'
import { doseField } from './dose-field.ts'
import type { ImportResult } from './import-result.ts'
import { countField, quantityField } from './number-fields.ts'
import { readRecordsInSteps } from './read-records.ts'
import {
  codeOf,
  type RowContext,
  refuse,
  requiredDate,
  requiredText,
  textField,
  warn,
} from './row-context.ts'

/** What an entry of a farming diary says. */
export interface DiaryWords {
  /** ISO calendar date. */
  readonly occurredOn: string
  readonly kind: DiaryKind
  /** The work as written. */
  readonly kindText: string
  readonly plot: string | null
  readonly crop: string | null
  readonly productName: string | null
  readonly activeIngredient: string | null
  readonly dose: string | null
  readonly quantity: Quantity | null
  readonly method: string | null
  readonly targetPest: string | null
  readonly preHarvestIntervalDays: number | null
  readonly operatorRole: string | null
  readonly note: string | null
  readonly batchRef: string | null
}

/** One line of a farming diary. */
export interface DiaryRecord extends DiaryWords {
  readonly growingAreaCode: Code
  readonly occurredOn: CalendarDate
  /** What the same line was read as before words of crops and units of doses were known; null if likewise. */
  readonly readBefore: { readonly kind: DiaryKind; readonly dose: string | null } | null
}

export interface DiaryImportOptions {
  readonly knownCodes?: CodeIndex
  /** For diaries of one area that name its code outside the table only. */
  readonly defaults?: { readonly growingAreaCode?: Code }
}

/** Kinds that put a product on a crop, in water or into an animal: without its name they say nothing. */
const NEEDS_PRODUCT: ReadonlySet<DiaryKind> = new Set(['plant_protection', 'veterinary'])

/** What a record of plant protection must name beside date and product. */
const SPRAY_FIELDS = [
  ['activeIngredient', 'hoạt chất'],
  ['dose', 'liều lượng'],
  ['operatorRole', 'người thực hiện'],
  ['targetPest', 'đối tượng phòng trừ'],
] as const

/** Reads diary entries from all sheets of a workbook. */
export function readDiaryRecordsInSteps(
  workbook: Workbook,
  options: DiaryImportOptions = {},
): Steps<ImportResult<DiaryRecord>> {
  return readRecordsInSteps(workbook, DIARY_SPEC, (context) => parseDiaryRecord(context, options))
}

function parseDiaryRecord(context: RowContext, options: DiaryImportOptions): DiaryRecord | null {
  const growingAreaCode = readAreaCode(context, options)
  const occurredOn = requiredDate(context, 'occurredOn')
  const kindText = requiredText(context, 'kind')
  const details = {
    plot: textField(context, 'plot'),
    crop: textField(context, 'crop'),
    productName: textField(context, 'productName'),
    activeIngredient: textField(context, 'activeIngredient'),
    dose: doseField(context),
    quantity: quantityField(context, 'quantity', { own: 'unit', other: 'doseUnit' }),
    method: textField(context, 'method'),
    targetPest: textField(context, 'targetPest'),
    preHarvestIntervalDays: countField(context, 'preHarvestIntervalDays'),
    operatorRole: textField(context, 'operatorRole'),
    note: textField(context, 'note'),
    batchRef: textField(context, 'batchRef'),
  }
  if (kindText === null) return null
  const general = generalKind(kindText, details)
  // What may be a spray stays one: taken for a harvest, it would hide its interval.
  const work = NEEDS_PRODUCT.has(general.kind)
    ? null
    : cropWorkOf(kindText, { crop: details.crop, on: occurredOn })
  const kind = work ?? toldKind(context, kindText, general)
  checkProduct(context, kind, details)
  if (growingAreaCode === null || occurredOn === null) return null
  const before = {
    kind: general.kind,
    dose: textField(context, 'dose'),
  }
  const readBefore = before.kind === kind && before.dose === details.dose ? null : before
  return { growingAreaCode, occurredOn, kind, kindText, ...details, readBefore }
}

type Details = Pick<
  DiaryRecord,
  | 'productName'
  | 'activeIngredient'
  | 'dose'
  | 'operatorRole'
  | 'targetPest'
  | 'preHarvestIntervalDays'
>

function readAreaCode(context: RowContext, options: DiaryImportOptions): Code | null {
  const fallback = options.defaults?.growingAreaCode
  const text = textField(context, 'growingAreaCode')
  if (text === null && fallback !== undefined) return fallback
  if (text !== null) return codeOf(context, 'growingAreaCode', text, options.knownCodes)
  requiredText(context, 'growingAreaCode')
  return null
}

/** Says what work was read as where the words did not say it themselves. */
function toldKind(
  context: RowContext,
  kindText: string,
  { kind, by }: DiaryKindReading,
): DiaryKind {
  if (by === 'word') return kind
  warn(
    context,
    'kind',
    'kind_read_as',
    `công việc “${kindText}” được đọc là “${DIARY_KINDS[kind].name.vi}”.`,
  )
  return kind
}

/** Work that is not recognised but names a pest, an ingredient or an interval is a spray. */
function generalKind(kindText: string, details: Details): DiaryKindReading {
  const reading = diaryKindOf(kindText)
  const sprayed =
    details.activeIngredient !== null ||
    details.targetPest !== null ||
    details.preHarvestIntervalDays !== null
  return reading.by === 'none' && sprayed ? { kind: 'plant_protection', by: 'none' } : reading
}

function checkProduct(context: RowContext, kind: DiaryKind, details: Details): void {
  if (!NEEDS_PRODUCT.has(kind)) return
  if (details.productName === null && !context.refused.has('productName')) {
    refuse(context, 'productName', 'Thiếu tên thuốc đã dùng.', 'missing')
  }
  if (details.preHarvestIntervalDays === null && !context.refused.has('preHarvestIntervalDays')) {
    warn(context, 'preHarvestIntervalDays', 'spray_field_missing', 'chưa ghi thời gian cách ly.')
  }
  if (kind !== 'plant_protection') return
  for (const [id, label] of SPRAY_FIELDS) {
    if (details[id] === null) warn(context, id, 'spray_field_missing', `chưa ghi ${label}.`)
  }
}
