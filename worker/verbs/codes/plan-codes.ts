import type { RegisterCode, RegisterSite } from '../../../db/queries/code-register.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import type { CodeRecord } from '../../domain/sheet/records/code-records.ts'
import type { ImportedRecord } from '../../domain/sheet/records/import-result.ts'
import type { SheetWarning } from '../../domain/sheet/workbook.ts'
import { type PlannedRow, refuseRow, rowWarning } from '../imports/planned-row.ts'
import { isWithin, outOfBounds } from './code-bounds.ts'
import { describeChange } from './code-change-text.ts'
import { contradictedRow, decide } from './code-decisions.ts'
import { holderOf } from './code-holder.ts'
import type { CodeListState, Warn } from './code-list-state.ts'
import { describeSite, newSite } from './code-site.ts'
import { type CodeWrite, emptyCodeWrite, noteUpdate } from './code-write.ts'
import { placeOfRecord, type RecordPlace } from './place-of-record.ts'
import { addOrganisation, pairKey, putCode, siteKey } from './register-model.ts'

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
    const before = contradictedRow(state, { record, market, row })
    if (before === null) continue
    const reason = `Dòng ${before} ghi trạng thái khác cho cùng mã, thị trường và ngày; hãy giữ một dòng.`
    return refuseRow(imported, { column: 'Trạng thái', value: record.status ?? '' }, reason)
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
  const markets = record.markets.filter((market) =>
    writeMarket(state, { record, code, market, write }),
  )
  const decisions = record.markets.map((market) => ({
    market,
    decisions: decide(state, { record, code, market, write, warn }),
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
  const reading = placeOfKnown(imported, granted) ?? placeOfRecord(state, imported, warn)
  if (known !== undefined && granted !== undefined && !isFree(known)) {
    const place = reading.ok ? reading.place : reading.asWritten
    if (!reading.ok) warn('place_unknown', `${reading.reason} Giữ địa chỉ đang có trong sổ.`)
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
    const field = { column: 'Chủ sở hữu mã số', value: record.holderName }
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

/** A code that was taken back before anything was declared under it may be granted elsewhere. */
function isFree(code: RegisterCode): boolean {
  return code.withdrawnAt !== null && !code.isUsed
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
  const has = `“${site.name}” của ${holder?.name ?? '?'}, ${site.communeName ?? '?'}`
  const says = `“${record.siteName}” của ${record.holderName}, ${place.communeName}`
  const reason = `Mã ${record.code} đã cấp cho ${has}; dòng này ghi ${says}. Một mã không cấp cho hai nơi.`
  return { refusal: refuseRow(imported, { column: 'Mã số', value: record.printedCode }, reason) }
}

/** Adds the code, or fills in what the register did not know of it; links it to the one it replaced. */
function writeCode(
  state: CodeListState,
  input: { record: CodeRecord; siteId: string; write: CodeWrite; warn: Warn },
): RegisterCode {
  const { record, siteId, write, warn } = input
  const { model } = state
  const before = model.codes.get(record.code)
  // What was taken back before anybody used it tells nothing: the row is believed again.
  const known = before === undefined || isFree(before) ? undefined : before
  const granted = record.status === null || record.status === 'active'
  const siblings = model.codesBySite.get(siteId) ?? []
  const older = siblings.find(({ code }) => code === record.legacyCode)
  const said = firstSaid(state, `${record.code}\nexternalId`, record.externalId)
  const code: RegisterCode = {
    id: before?.id ?? state.newId(),
    code: record.code,
    searchKey: codeSearchKey(record.code),
    siteId,
    scheme: before?.scheme ?? record.schemeId ?? 'unknown',
    legacyCode: known?.legacyCode ?? record.legacyCode,
    supersedesId: known?.supersedesId ?? older?.id ?? null,
    issuedOn: known?.issuedOn ?? (granted ? record.effectiveOn : null),
    documentNo: known?.documentNo ?? record.documentNo,
    externalId: said ?? known?.externalId ?? null,
    withdrawnAt: null,
    isUsed: false,
  }
  if (before === undefined) {
    write.codes.push(code)
    const made = { code: code.code, siteId }
    write.changes.push({ entity: 'code', entityId: code.id, before: null, after: made })
  } else updateCode(write, before, code)
  if (before !== undefined && before.withdrawnAt !== null) {
    warn('code_back', `mã ${code.code} đã được rút khỏi sổ trước đây, nay được lấy lại.`)
  }
  putCode(model, code)
  if (before === undefined) linkNewer(state, { code, siblings, write })
  return code
}

function updateCode(write: CodeWrite, before: RegisterCode, after: RegisterCode): void {
  const { isUsed: _before, ...was } = before
  const { isUsed: _after, ...is } = after
  const isSame = (Object.keys(is) as (keyof typeof is)[]).every((key) => is[key] === was[key])
  if (isSame) return
  write.codeUpdates.push(after)
  noteUpdate(write, { entity: 'code', before: was, after: is })
}

/** Codes of the site that name this one as the older take it as the one they replaced. */
function linkNewer(
  state: CodeListState,
  input: { code: RegisterCode; siblings: readonly RegisterCode[]; write: CodeWrite },
): void {
  const { code, siblings, write } = input
  for (const newer of siblings) {
    if (newer.legacyCode !== code.code || newer.supersedesId !== null) continue
    const linked = { ...newer, supersedesId: code.id }
    putCode(state.model, linked)
    updateCode(write, newer, linked)
  }
}

/** What the list said first: a later row of it does not turn the id round again. */
function firstSaid(state: CodeListState, about: string, value: string | null): string | null {
  if (value === null) return null
  const before = state.said.get(about)
  if (before !== undefined) return before.value
  state.said.set(about, { value, row: 0 })
  return value
}

/** Adds the market or its new term; true when the code was not in that market before. */
function writeMarket(
  state: CodeListState,
  input: { record: CodeRecord; code: RegisterCode; market: string; write: CodeWrite },
): boolean {
  const { record, code, market, write } = input
  const key = pairKey(code.id, market)
  const known = state.model.markets.get(key)
  const validTo = record.validTo ?? known?.validTo ?? null
  const said = firstSaid(state, `${key}\nexternalId`, record.marketExternalId)
  const externalId = said ?? known?.externalId ?? null
  if (known !== undefined && known.validTo === validTo && known.externalId === externalId) {
    return false
  }
  const before =
    known === undefined ? null : { validTo: known.validTo, externalId: known.externalId }
  const after = { market, validTo, externalId }
  write.changes.push({ entity: 'code_market', entityId: code.id, before, after })
  const row = { codeId: code.id, market, validTo, externalId }
  state.model.markets.set(key, row)
  write.markets.push(row)
  return known === undefined
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
