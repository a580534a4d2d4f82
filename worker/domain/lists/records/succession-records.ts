import type { Workbook } from '../../../lib/sheet/workbook.ts'
import { foldVietnamese } from '../../../lib/text/fold-vietnamese.ts'
import type { CalendarDate } from '../../../lib/time/calendar-date.ts'
import type { UnitLevel } from '../../places/unit-version.ts'
import type { ImportResult } from './import-result.ts'
import { readRecords } from './read-records.ts'
import { type RowContext, refuse, requiredDate, requiredText, textField } from './row-context.ts'
import { SUCCESSION_SPEC } from './succession-spec.ts'

/** One administrative unit and one that took its place, wholly or in part. */
export type SuccessionRecord = {
  readonly level: UnitLevel
  readonly oldCode: string
  readonly oldName: string
  readonly newCode: string
  readonly newName: string
  /** The province of the new commune where the list says it. */
  readonly newProvinceCode: string | null
  readonly effectiveOn: CalendarDate
  readonly document: string
}

const DIGITS = { province: 2, commune: 5 } as const

/** Reads a list of successions from all sheets of a workbook. */
export function readSuccessionRecords(workbook: Workbook): ImportResult<SuccessionRecord> {
  return readRecords(workbook, SUCCESSION_SPEC, parseRow)
}

function parseRow(context: RowContext): SuccessionRecord | null {
  const level = levelOf(context)
  if (level === null) return null
  const oldCode = codeOf(context, 'oldCode', level)
  const newCode = codeOf(context, 'newCode', level)
  const oldName = requiredText(context, 'oldName')
  const newName = requiredText(context, 'newName')
  const effectiveOn = requiredDate(context, 'effectiveOn')
  const document = requiredText(context, 'document')
  const hasProvince = textField(context, 'newProvinceCode') !== null
  const newProvinceCode = hasProvince ? codeOf(context, 'newProvinceCode', 'province') : null
  if (oldCode === null || newCode === null || oldName === null || newName === null) return null
  if (effectiveOn === null || document === null) return null
  return { level, oldCode, oldName, newCode, newName, newProvinceCode, effectiveOn, document }
}

/** By what the row says, else by how long its old code is. */
function levelOf(context: RowContext): UnitLevel | null {
  const text = textField(context, 'level')
  if (text === null) {
    const code = requiredText(context, 'oldCode')
    return code === null ? null : code.length <= DIGITS.province ? 'province' : 'commune'
  }
  const folded = foldVietnamese(text).replace(/^cap /, '')
  if (/^(?:tinh|thanh pho|tp|province)\b/.test(folded)) return 'province'
  if (/^(?:xa|phuong|dac khu|commune|ward)\b/.test(folded)) return 'commune'
  return refuse(context, 'level', 'Hãy ghi “xã” hoặc “tỉnh”.')
}

/** Spreadsheets take the zeros off that a code begins with. */
function codeOf(context: RowContext, id: string, level: UnitLevel): string | null {
  const text = requiredText(context, id)
  if (text === null) return null
  const digits = DIGITS[level]
  const code = text.padStart(digits, '0')
  if (code.length === digits && /^\d+$/.test(code)) return code
  return refuse(
    context,
    id,
    `Mã ${level === 'province' ? 'tỉnh' : 'xã, phường, đặc khu'} có ${digits} chữ số.`,
  )
}
