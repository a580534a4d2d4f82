import type { RegisterOrganisation, RegisterSite } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import type { ImportedRecord, RowIssue } from '../../domain/lists/records/import-result.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { rowIssue } from '../imports/planned-row.ts'
import { isWithin, outOfBounds } from './code-bounds.ts'
import { holderOf } from './code-holder.ts'
import type { CodeListState, Warn } from './code-list-state.ts'
import { newSite } from './code-site.ts'
import { askHolder, nearHolders } from './near-known.ts'
import { type PlaceReading, placeOfRecord, type RecordPlace } from './place-of-record.ts'
import { siteKey } from './register-model.ts'
import { isFree } from './write-code.ts'

export type SiteOfRow =
  | { readonly ok: false; readonly issues: readonly RowIssue[] }
  | {
      readonly ok: true
      readonly site: RegisterSite
      readonly isNew: boolean
      readonly place: RecordPlace
      readonly holder: RegisterOrganisation | null
      readonly isNewHolder: boolean
    }

type Asked = { readonly imported: ImportedRecord<CodeRecord>; readonly warn: Warn }

/** The site of a row's code: the one the code was granted to, else the one the row describes. */
export function siteOfRow(state: CodeListState, asked: Asked): SiteOfRow {
  const { imported, warn } = asked
  const { record } = imported
  const { model } = state
  const known = model.codes.get(record.code)
  const granted = known === undefined ? undefined : model.sites.get(known.siteId)
  if (known !== undefined && granted === undefined) throw new Error(`${known.code} has no site`)
  if (granted !== undefined && !isWithin(state, granted)) {
    return refused(outOfBounds(imported, granted))
  }
  if (known !== undefined && known.withdrawnAt !== null && model.decided.has(known.id)) {
    return refused(withdrawnCode(imported))
  }
  const reading = placeOfKnown(imported, granted) ?? placeOfRecord(state, imported, warn)
  return known !== undefined && granted !== undefined && !isFree(known)
    ? grantedSite(state, { ...asked, site: granted, reading })
    : describedSite(state, { ...asked, reading })
}

function grantedSite(
  state: CodeListState,
  input: Asked & { readonly site: RegisterSite; readonly reading: PlaceReading },
): SiteOfRow {
  const { imported, warn, site, reading } = input
  const place = reading.ok ? reading.place : reading.asWritten
  if (!reading.ok) warn('place_unknown', fill(CODE_REPORT.placeKept, { reason: reading.reason }))
  const issue = otherSite(state, { imported, site, place })
  if (issue !== null) return refused(issue)
  if (site.communeCode === null && place.communeCode !== null && !isWithin(state, place)) {
    return refused(outOfBounds(imported, place))
  }
  return { ok: true, site, isNew: false, place, holder: null, isNewHolder: false }
}

function describedSite(
  state: CodeListState,
  input: Asked & { readonly reading: PlaceReading },
): SiteOfRow {
  const { imported, warn, reading } = input
  const { record } = imported
  if (!reading.ok) {
    const { column, id, value, reason } = reading
    const issue = rowIssue(imported, { column, id, value, kind: 'place' }, reason)
    // Whose the code is to be is asked at the same time.
    const near = nearHolders(state.near, record, null).find(({ answer }) => answer === null)
    return refused(issue, ...(near === undefined ? [] : [askHolder(imported, near)]))
  }
  const { place } = reading
  if (!isWithin(state, place)) return refused(outOfBounds(imported, place))
  const holding = holderOf(state, { imported, place, warn })
  if (!holding.ok) return refused(holding.issue)
  const organisationId = holding.holder.id
  const site = newSite(state, { record, place, organisationId })
  const same = state.model.sitesByKey.get(siteKey(site))
  return {
    ok: true,
    site: same ?? site,
    isNew: same === undefined,
    place,
    holder: holding.holder,
    isNewHolder: holding.isNew,
  }
}

/** An officer took it out of the register: an old list does not undo that, as it undoes no correction. */
function withdrawnCode(imported: ImportedRecord<CodeRecord>): RowIssue {
  const { code, printedCode: value } = imported.record
  const field = { column: REPORT_COLUMNS.code, value, id: 'code' }
  const reason = fill(CODE_REPORT.withdrawn, { code })
  return rowIssue(imported, { ...field, kind: 'withdrawn' }, reason)
}

/** The place on record where the row names it just so: an old district must not turn it into another. */
function placeOfKnown(
  { record }: ImportedRecord<CodeRecord>,
  site: RegisterSite | undefined,
): { readonly ok: true; readonly place: RecordPlace } | null {
  if (site === undefined || site.communeCode === null) return null
  const { communeCode, communeName, provinceCode, provinceName } = site
  const isSame =
    foldVietnamese(record.commune) === foldVietnamese(communeName ?? '') &&
    foldVietnamese(record.province) === foldVietnamese(provinceName ?? '')
  if (!isSame) return null
  const names = { communeName: communeName ?? '', provinceName: provinceName ?? '' }
  return { ok: true, place: { communeCode, provinceCode, ...names } }
}

/**
 * A code belongs to one site for ever; a row that gives it to another one is refused, naming both.
 * Whether a holder spelled otherwise is the same one is asked.
 */
function otherSite(
  state: CodeListState,
  input: {
    readonly imported: ImportedRecord<CodeRecord>
    readonly site: RegisterSite
    readonly place: RecordPlace
  },
): RowIssue | null {
  const { imported, site, place } = input
  const { record } = imported
  const holder = state.model.organisations.get(site.organisationId)
  const isSameSite =
    site.kind === record.kind &&
    site.nameFolded === foldVietnamese(record.siteName) &&
    (site.communeCode === null ||
      place.communeCode === null ||
      site.communeCode === place.communeCode)
  if (isSameSite && holder?.nameFolded === foldVietnamese(record.holderName)) return null
  const near = nearHolders(state.near, record, site.provinceCode)
  const spelled = near.find((each) => each.holder.id === site.organisationId)
  if (isSameSite && spelled?.answer === 'same') return null
  if (isSameSite && spelled?.answer === null) return askHolder(imported, spelled)
  const has = fill(CODE_REPORT.siteAndHolder, {
    site: site.name,
    holder: holder?.name ?? '?',
    commune: site.communeName ?? '?',
  })
  const says = fill(CODE_REPORT.siteAndHolder, {
    site: record.siteName,
    holder: record.holderName,
    commune: place.communeName ?? '?',
  })
  const field = { column: REPORT_COLUMNS.code, value: record.printedCode, id: 'code' }
  // A list cannot tell another place from the same one under a new name.
  const reason = fill(CODE_REPORT.otherSite, { code: record.code, has, says })
  return rowIssue(imported, { ...field, kind: 'other_site' }, reason)
}

function refused(...issues: readonly RowIssue[]): SiteOfRow {
  return { ok: false, issues }
}
