import type { Workbook } from '../../../lib/sheet/workbook.ts'
import type { Steps } from '../../../lib/steps/steps.ts'
import { foldVietnamese } from '../../../lib/text/fold-vietnamese.ts'
import type { CalendarDate } from '../../../lib/time/calendar-date.ts'
import { NO_DOSE, readDose } from '../../protection/read-dose.ts'
import type { PermittedProduct, RegisteredUse } from '../../protection/types.ts'
import type { ImportedRecord, ImportResult } from './import-result.ts'
import { countField } from './number-fields.ts'
import { PROTECTION_SPEC } from './protection-spec.ts'
import { MOST_USES, usesIn, withoutDoubles } from './protection-uses.ts'
import { readRecordsInSteps } from './read-records.ts'
import { dateField, type RowContext, refuse, requiredText, textField, warn } from './row-context.ts'

/** What the list says of one product. Lists give it a row for each crop, or one for all. */
export type ProtectionRecord = Omit<PermittedProduct, 'id'> & {
  /** Product, ingredient and day: what tells entries of the list apart. */
  readonly key: string
  /** False for further rows of the same entry, which are stored with its first. */
  readonly isFirst: boolean
}

/** What is said once for a whole list, beside its rows. */
export type ProtectionDefaults = {
  readonly permittedFromOn?: CalendarDate
  readonly legalBasis?: string
}

/** Reads a list of plant-protection products from all sheets of a workbook, a row at a time. */
export function* readProtectionRecordsInSteps(
  workbook: Workbook,
  defaults: ProtectionDefaults = {},
): Steps<ImportResult<ProtectionRecord>> {
  const result = yield* readRecordsInSteps(workbook, PROTECTION_SPEC, (context) =>
    parseRecord(context, defaults),
  )
  if (!result.ok) return result
  return { ...result, records: yield* together(result.records) }
}

/** Rows of one entry say together what it is registered for. */
function* together(
  records: readonly ImportedRecord<ProtectionRecord>[],
): Steps<ImportedRecord<ProtectionRecord>[]> {
  const uses = new Map<string, RegisteredUse[]>()
  for (const { record } of records) {
    yield
    const known = uses.get(record.key)
    if (known === undefined) uses.set(record.key, [...record.uses])
    else if (known.length <= MOST_USES) known.push(...record.uses)
  }
  const begun = new Set<string>()
  const whole: ImportedRecord<ProtectionRecord>[] = []
  for (const imported of records) {
    yield
    const { key } = imported.record
    const isFirst = !begun.has(key)
    begun.add(key)
    const all = isFirst ? withoutDoubles(uses.get(key) ?? []) : []
    whole.push({ ...imported, record: { ...imported.record, isFirst, uses: all } })
  }
  return whole
}

function parseRecord(context: RowContext, defaults: ProtectionDefaults): ProtectionRecord | null {
  const tradeName = requiredText(context, 'tradeName')
  const activeIngredient = requiredText(context, 'activeIngredient')
  const permittedFromOn = dateField(context, 'permittedFromOn') ?? defaults.permittedFromOn ?? null
  const permittedToOn = dateField(context, 'permittedToOn')
  const legalBasis = textField(context, 'legalBasis') ?? defaults.legalBasis ?? null
  const rest = {
    productGroup: textField(context, 'productGroup'),
    reentryHours: countField(context, 'reentryHours'),
    uses: readUses(context),
  }
  if (permittedFromOn === null) missing(context, 'permittedFromOn', 'ngày có hiệu lực')
  if (legalBasis === null) missing(context, 'legalBasis', 'văn bản căn cứ')
  if (permittedFromOn !== null && permittedToOn !== null && permittedToOn < permittedFromOn) {
    refuse(context, 'permittedToOn', 'Ngày này trước ngày có hiệu lực.')
  }
  if (tradeName === null || activeIngredient === null) return null
  if (permittedFromOn === null || legalBasis === null) return null
  const key = [tradeName, activeIngredient].map(foldVietnamese).join('\n')
  return {
    ...{ tradeName, activeIngredient, permittedFromOn, permittedToOn, legalBasis, ...rest },
    ...{ key: `${key}\n${permittedFromOn}`, isFirst: true },
  }
}

function missing(context: RowContext, id: string, what: string): void {
  if (!context.refused.has(id)) refuse(context, id, `Thiếu ${what}.`, 'missing')
}

function readUses(context: RowContext): readonly RegisteredUse[] {
  const dose = textField(context, 'dose')
  const told = {
    intervalDays: countField(context, 'intervalDays'),
    ...(dose === null ? NO_DOSE : readDose(dose)),
  }
  const text = textField(context, 'uses')
  const uses = usesIn(text, { crop: textField(context, 'crop'), told })
  if (uses === null) {
    refuse(context, 'uses', `Ô có quá nhiều đối tượng; nhiều nhất ${MOST_USES}.`)
    return []
  }
  if (uses.length === 0) {
    warn(context, 'uses', 'uses_unknown', 'chưa ghi cây trồng được phép dùng.')
  }
  return uses
}
