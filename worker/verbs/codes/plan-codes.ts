import type { RegisterSite } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { type PlannedRow, refuseRow, rowWarning } from '../imports/planned-row.ts'
import { isWithin, outOfBounds } from './code-bounds.ts'
import { describeChange } from './code-change-text.ts'
import { contradictedRow, recordDecisions, refusalOf } from './code-decisions.ts'
import { holderOf } from './code-holder.ts'
import type { CodeListState, Warn } from './code-list-state.ts'
import { describeSite, newSite } from './code-site.ts'
import { type CodeWrite, emptyCodeWrite } from './code-write.ts'
import { placeOfRecord, type RecordPlace } from './place-of-record.ts'
import { addOrganisation, siteKey } from './register-model.ts'
import { isFree, writeCode } from './write-code.ts'
import { writeMarket } from './write-market.ts'

/** Decides rows in order; the state's model takes up what they add, so that later rows see it. */
export function planCodes(
  state: CodeListState,
  records: readonly ImportedRecord<CodeRecord>[],
): PlannedRow<CodeWrite>[] {
  return records.map((imported) => planRow(state, imported))
}

function planRow(
  state: CodeListState,
  imported: ImportedRecord<CodeRecord>,
): PlannedRow<CodeWrite> {
  const { record, row } = imported
  const warnings: SheetWarning[] = []
  const warn: Warn = (code, message) => warnings.push(rowWarning(imported, code, message))
  const write = emptyCodeWrite()
  const found = findSite(state, { imported, write, warn })
  if ('refusal' in found) return found.refusal
  for (const market of record.markets) {
    const reason = refusalOf(state, { record, market, part: 'status' })
    if (reason === null) continue
    return refuseRow(
      imported,
      { column: REPORT_COLUMNS.status, value: record.status ?? '' },
      reason,
    )
  }
  for (const market of record.markets) {
    const before = contradictedRow(state, { record, market, row })
    if (before === null) continue
    const reason = fill(CODE_REPORT.statusContradicted, { row: before })
    return refuseRow(
      imported,
      { column: REPORT_COLUMNS.status, value: record.status ?? '' },
      reason,
    )
  }
  if (found.isNewHolder && found.holder !== null) {
    const { id, name } = found.holder
    addOrganisation(state.model, found.holder)
    write.organisations.push(found.holder)
    write.changes.push({ entity: 'organisation', entityId: id, before: null, after: { name } })
  }
  const { site, place, isNew } = found
  describeSite(state, { record, row, site, isNew, place, write, warn })
  const code = writeCode(state, { record, siteId: site.id, write, warn })
  const markets = record.markets.filter((market) => {
    const keepsTerm = refusalOf(state, { record, market, part: 'term' }) !== null
    return writeMarket(state, { record, code, market, keepsTerm, write })
  })
  const decisions = record.markets.map((market) => ({
    market,
    decisions: recordDecisions(state, { record, code, market, write, warn }),
  }))
  return outcomeOf({ record, write, markets, decisions, warnings })
}

type FoundSite =
  | { readonly refusal: PlannedRow<CodeWrite> }
  | {
      readonly site: RegisterSite
      readonly isNew: boolean
      readonly place: RecordPlace
      readonly holder: Parameters<typeof addOrganisation>[1] | null
      readonly isNewHolder: boolean
    }

/** The site of a row's code: the one the code was granted to, else the one the row describes. */
function findSite(
  state: CodeListState,
  input: { imported: ImportedRecord<CodeRecord>; write: CodeWrite; warn: Warn },
): FoundSite {
  const { imported, warn } = input
  const { record } = imported
  const { model } = state
  const known = model.codes.get(record.code)
  const granted = known === undefined ? undefined : model.sites.get(known.siteId)
  if (known !== undefined && granted === undefined) throw new Error(`${known.code} has no site`)
  if (granted !== undefined && !isWithin(state, granted)) {
    return { refusal: outOfBounds(imported, granted) }
  }
  if (known !== undefined && known.withdrawnAt !== null && model.decided.has(known.id)) {
    return { refusal: withdrawnCode(imported) }
  }
  const reading = placeOfKnown(imported, granted) ?? placeOfRecord(state, imported, warn)
  if (known !== undefined && granted !== undefined && !isFree(known)) {
    const place = reading.ok ? reading.place : reading.asWritten
    if (!reading.ok) warn('place_unknown', fill(CODE_REPORT.placeKept, { reason: reading.reason }))
    const refusal = otherSite(state, { imported, site: granted, place })
    if (refusal !== null) return refusal
    if (granted.communeCode === null && place.communeCode !== null && !isWithin(state, place)) {
      return { refusal: outOfBounds(imported, place) }
    }
    return { site: granted, isNew: false, place, holder: null, isNewHolder: false }
  }
  if (!reading.ok) {
    const { column, value, reason } = reading
    return { refusal: refuseRow(imported, { column, value }, reason) }
  }
  const { place } = reading
  if (!isWithin(state, place)) return { refusal: outOfBounds(imported, place) }
  const holding = holderOf(state, { record, place, warn })
  if (!holding.ok) {
    const field = { column: REPORT_COLUMNS.holder, value: record.holderName }
    return { refusal: refuseRow(imported, field, holding.reason) }
  }
  const organisationId = holding.holder.id
  const site = newSite(state, { record, place, organisationId })
  const same = model.sitesByKey.get(siteKey(site))
  return {
    site: same ?? site,
    isNew: same === undefined,
    place,
    holder: holding.holder,
    isNewHolder: holding.isNew,
  }
}

/** An officer took it out of the register: an old list does not undo that, as it undoes no correction. */
function withdrawnCode(imported: ImportedRecord<CodeRecord>): PlannedRow<CodeWrite> {
  const { code, printedCode: value } = imported.record
  const reason = fill(CODE_REPORT.withdrawn, { code })
  return refuseRow(imported, { column: REPORT_COLUMNS.code, value }, reason)
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

/** A code belongs to one site for ever; a row that gives it to another one is refused, naming both. */
function otherSite(
  state: CodeListState,
  input: { imported: ImportedRecord<CodeRecord>; site: RegisterSite; place: RecordPlace },
): { refusal: PlannedRow<CodeWrite> } | null {
  const { imported, site, place } = input
  const { record } = imported
  const holder = state.model.organisations.get(site.organisationId)
  const isSame =
    site.kind === record.kind &&
    site.nameFolded === foldVietnamese(record.siteName) &&
    holder?.nameFolded === foldVietnamese(record.holderName) &&
    (site.communeCode === null ||
      place.communeCode === null ||
      site.communeCode === place.communeCode)
  if (isSame) return null
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
  // A list cannot tell another place from the same one under a new name.
  const reason = fill(CODE_REPORT.otherSite, { code: record.code, has, says })
  return {
    refusal: refuseRow(
      imported,
      { column: REPORT_COLUMNS.code, value: record.printedCode },
      reason,
    ),
  }
}

function outcomeOf(input: {
  record: CodeRecord
  write: CodeWrite
  markets: readonly string[]
  decisions: Parameters<typeof describeChange>[0]['decisions']
  warnings: readonly SheetWarning[]
}): PlannedRow<CodeWrite> {
  const { record, write, markets, decisions, warnings } = input
  if (Object.values(write).every((list) => list.length === 0))
    return { outcome: 'unchanged', warnings }
  const isBack = write.changes.some(
    ({ entity, after }) => entity === 'code' && 'withdrawnAt' in after,
  )
  const isAdded = write.codes.length > 0 || markets.length > 0 || isBack
  const outcome = isAdded ? 'added' : 'changed'
  return { outcome, change: describeChange({ record, write, decisions }), write, warnings }
}
