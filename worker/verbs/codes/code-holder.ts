import type { RegisterOrganisation } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import { holderKey } from '../../domain/lists/records/holder-key.ts'
import type { ImportedRecord, RowIssue } from '../../domain/lists/records/import-result.ts'
import type { HolderKind } from '../../domain/lists/vocabulary/code-terms.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { rowIssue } from '../imports/planned-row.ts'
import type { CodeListState, Warn } from './code-list-state.ts'
import { askHolder, nearHolders } from './near-known.ts'
import type { RecordPlace } from './place-of-record.ts'

const ORGANISATION_KIND = {
  household: 'household',
  cooperative: 'cooperative',
  cooperative_group: 'group',
  company: 'company',
  farm: 'farm',
  state: 'state',
} as const satisfies Readonly<Record<HolderKind, RegisterOrganisation['kind']>>

export type HolderReading =
  | { readonly ok: true; readonly holder: RegisterOrganisation; readonly isNew: boolean }
  | { readonly ok: false; readonly issue: RowIssue }

/**
 * The organisation a row names: one of that name in the same province (many cooperatives share a
 * name across the country), else one whose name is spelled otherwise and of which somebody said that
 * it is the same, else a new one. Where several remain, the commune tells.
 */
export function holderOf(
  state: CodeListState,
  input: {
    readonly imported: ImportedRecord<CodeRecord>
    readonly place: RecordPlace
    readonly warn: Warn
  },
): HolderReading {
  const { imported, place, warn } = input
  const { record } = imported
  const nameFolded = foldVietnamese(record.holderName)
  const same = (state.model.organisationsByName.get(nameFolded) ?? []).filter(
    ({ provinceCode }) =>
      provinceCode === null || place.provinceCode === null || provinceCode === place.provinceCode,
  )
  if (same.length > 0) return oneOf(imported, { same, place })
  const near = nearHolders(state.near, record, place.provinceCode)
  const asked = near.find(({ answer }) => answer === null)
  if (asked !== undefined) return { ok: false, issue: askHolder(imported, asked) }
  const meant = near.flatMap(({ holder, answer }) => (answer === 'same' ? [holder] : []))
  if (meant.length > 0) {
    const reading = oneOf(imported, { same: meant, place })
    if (reading.ok) {
      const values = { typed: record.holderName, known: reading.holder.name }
      warn('similar_holder', fill(CODE_REPORT.holderTaken, values))
    }
    return reading
  }
  if (record.holderKind === null) {
    const message = fill(CODE_REPORT.holderKindUnknown, { name: record.holderName })
    warn('holder_kind_unknown', message)
  }
  const holder = {
    id: state.newId(),
    name: record.holderName,
    nameFolded,
    nameKey: holderKey(record.holderName),
    // A person's name must not become public by mistake, so what is not known counts as a household.
    kind: ORGANISATION_KIND[record.holderKind ?? 'household'],
    nameConsentOn: null,
    ...place,
  }
  return { ok: true, holder, isNew: true }
}

function oneOf(
  imported: ImportedRecord<CodeRecord>,
  input: { readonly same: readonly RegisterOrganisation[]; readonly place: RecordPlace },
): HolderReading {
  const { same, place } = input
  const { holderName: name } = imported.record
  const here = same.filter(({ communeCode }) => communeCode === place.communeCode)
  const [only, ...others] = same.length > 1 && here.length > 0 ? here : same
  if (only !== undefined && others.length === 0) return { ok: true, holder: only, isNew: false }
  const values = { count: others.length + 1, name, province: place.provinceName }
  const field = { column: REPORT_COLUMNS.holder, value: name, id: 'holderName', kind: 'holder' }
  const reason = fill(CODE_REPORT.holderAmbiguous, values)
  return { ok: false, issue: rowIssue(imported, { ...field, kind: 'holder' }, reason) }
}
