import type { RegisterOrganisation } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import type { HolderKind } from '../../domain/lists/vocabulary/code-terms.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { CodeListState, Warn } from './code-list-state.ts'
import type { RecordPlace } from './place-of-record.ts'

const ORGANISATION_KIND: Readonly<Record<HolderKind, string>> = {
  household: 'household',
  cooperative: 'cooperative',
  cooperative_group: 'group',
  company: 'company',
  farm: 'farm',
  state: 'state',
}

export type HolderReading =
  | { readonly ok: true; readonly holder: RegisterOrganisation; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: string }

/**
 * The organisation a row names: one of that name in the same province (many cooperatives share a
 * name across the country), else a new one. Where several remain, the commune tells.
 */
export function holderOf(
  state: CodeListState,
  input: { readonly record: CodeRecord; readonly place: RecordPlace; readonly warn: Warn },
): HolderReading {
  const { record, place, warn } = input
  const nameFolded = foldVietnamese(record.holderName)
  const same = (state.model.organisationsByName.get(nameFolded) ?? []).filter(
    ({ provinceCode }) =>
      provinceCode === null || place.provinceCode === null || provinceCode === place.provinceCode,
  )
  const here = same.filter(({ communeCode }) => communeCode === place.communeCode)
  const [only, ...others] = same.length > 1 && here.length > 0 ? here : same
  if (only !== undefined && others.length > 0) {
    const count = others.length + 1
    const reason = fill(CODE_REPORT.holderAmbiguous, {
      count,
      name: record.holderName,
      province: place.provinceName,
    })
    return { ok: false, reason }
  }
  if (only !== undefined) return { ok: true, holder: only, isNew: false }
  if (record.holderKind === null) {
    const message = fill(CODE_REPORT.holderKindUnknown, { name: record.holderName })
    warn('holder_kind_unknown', message)
  }
  const holder = {
    id: state.newId(),
    name: record.holderName,
    nameFolded,
    // A person's name must not become public by mistake, so what is not known counts as a household.
    kind: ORGANISATION_KIND[record.holderKind ?? 'household'],
    nameConsentOn: null,
    ...place,
  }
  return { ok: true, holder, isNew: true }
}
