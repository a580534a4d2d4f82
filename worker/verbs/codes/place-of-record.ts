import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import { MERGER_ON } from '../../domain/codes/province-code-table.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import type { CodeListState, Warn } from './code-list-state.ts'

/** A place as it is kept: today's units; a null code where the text could not be matched. */
export type RecordPlace = {
  readonly communeCode: string | null
  readonly communeName: string
  readonly provinceCode: string | null
  readonly provinceName: string
}

export type PlaceReading =
  | { readonly ok: true; readonly place: RecordPlace }
  /** `column` is the field at fault, `id` its column; `asWritten` the place kept where a known site only needs text. */
  | {
      readonly ok: false
      readonly column: string
      readonly id: string
      readonly value: string
      readonly reason: string
      readonly asWritten: RecordPlace
    }

/**
 * Today's commune and province of a row. A day after the merger tells that present names are meant;
 * an earlier one tells nothing, because lists of today carry old days of grant.
 */
export function placeOfRecord(
  state: CodeListState,
  { record, sheet, row }: ImportedRecord<CodeRecord>,
  warn: Warn,
): PlaceReading {
  const where = `${sheet}\n${row}`
  const asWritten = {
    communeCode: null,
    communeName: record.commune,
    provinceCode: null,
    provinceName: record.province,
  }
  if (state.places === null) {
    if (saidOnce(state, 'places', where)) {
      warn('no_places', CODE_REPORT.noPlaces)
    }
    return { ok: true, place: asWritten }
  }
  const { province, formerDistrict, commune, effectiveOn } = record
  const onDate = effectiveOn >= MERGER_ON ? effectiveOn : null
  const match = state.places({ province, formerDistrict, commune, onDate })
  if (!match.ok) {
    const isProvince = match.code === 'province_unknown'
    const field = isProvince
      ? { column: REPORT_COLUMNS.province, id: 'province', value: province }
      : { column: REPORT_COLUMNS.commune, id: 'commune', value: commune }
    return { ok: false, ...field, reason: match.message, asWritten }
  }
  if (match.via === 'former' && saidOnce(state, `former\n${match.formerName}`, where)) {
    warn(
      'former_place',
      fill(CODE_REPORT.formerPlace, {
        former: match.formerName ?? '',
        commune: match.communeName,
        province: match.provinceName,
      }),
    )
  }
  const { communeCode, communeName, provinceCode, provinceName } = match
  return { ok: true, place: { communeCode, communeName, provinceCode, provinceName } }
}

/** True in the row that tells something first; rows may be decided more than once. */
function saidOnce(state: CodeListState, about: string, where: string): boolean {
  const before = state.said.get(`told\n${about}`)
  if (before !== undefined) return before.value === where
  state.said.set(`told\n${about}`, { value: where, row: 0 })
  return true
}
