import type { RegisterCode, RegisterSite } from '../../../db/queries/code-register.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import type { CodeRecord } from '../../domain/sheet/records/code-records.ts'
import type { ImportedRecord } from '../../domain/sheet/records/import-result.ts'
import type { SheetWarning } from '../../domain/sheet/workbook.ts'
import { type PlannedRow, refuseRow, rowWarning } from '../imports/planned-row.ts'
import { describeChange } from './code-change-text.ts'
import { contradictedRow, decide } from './code-decisions.ts'
import { holderOf } from './code-holder.ts'
import type { CodeListState, Warn } from './code-list-state.ts'
import { describeSite, newSite } from './code-site.ts'
import { type CodeWrite, emptyCodeWrite } from './code-write.ts'
import { placeOfRecord, type RecordPlace } from './place-of-record.ts'
import { addOrganisation, pairKey, putCode, siteKey } from './register-model.ts'
import { searchWords } from './search-words.ts'

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
    addOrganisation(state.model, found.holder)
    write.organisations.push(found.holder)
  }
  const { site, place, isNew } = found
  describeSite(state, { record, row, site, isNew, place, write, warn })
  const code = writeCode(state, { record, siteId: site.id, write })
  const markets = record.markets.filter((market) =>
    writeMarket(state, { record, code, market, write }),
  )
  const decisions = record.markets.map((market) => ({
    market,
    decisions: decide(state, { record, code, market, write, warn }),
  }))
  writeSearch(state, { code, write })
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
  const reading = placeOfRecord(state, imported, warn)
  const known = model.codes.get(record.code)
  if (known !== undefined) {
    const site = model.sites.get(known.siteId)
    if (site === undefined) throw new Error(`code ${known.code} has no site`)
    const place = reading.ok ? reading.place : reading.asWritten
    if (!reading.ok) warn('place_unknown', `${reading.reason} Giữ địa chỉ đang có trong sổ.`)
    const refusal = otherSite(state, { imported, site, place })
    return refusal ?? { site, isNew: false, place, holder: null, isNewHolder: false }
  }
  if (!reading.ok) {
    const { column, value, reason } = reading
    return { refusal: refuseRow(imported, { column, value }, reason) }
  }
  const { place } = reading
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
  input: { record: CodeRecord; siteId: string; write: CodeWrite },
): RegisterCode {
  const { record, siteId, write } = input
  const { model } = state
  const known = model.codes.get(record.code)
  const granted = record.status === null || record.status === 'active'
  const siblings = model.codesBySite.get(siteId) ?? []
  const older = siblings.find(({ code }) => code === record.legacyCode)
  const code: RegisterCode = {
    id: known?.id ?? state.newId(),
    code: record.code,
    searchKey: codeSearchKey(record.code),
    siteId,
    scheme: known?.scheme ?? record.schemeId ?? 'unknown',
    legacyCode: known?.legacyCode ?? record.legacyCode,
    supersedesId: known?.supersedesId ?? older?.id ?? null,
    issuedOn: known?.issuedOn ?? (granted ? record.effectiveOn : null),
    documentNo: known?.documentNo ?? record.documentNo,
    externalId: known?.externalId ?? record.externalId,
  }
  if (known === undefined) write.codes.push(code)
  else if (JSON.stringify(known) !== JSON.stringify(code)) write.codeUpdates.push(code)
  putCode(model, code)
  if (known === undefined) {
    for (const newer of siblings) {
      if (newer.legacyCode !== code.code || newer.supersedesId !== null) continue
      const linked = { ...newer, supersedesId: code.id }
      putCode(model, linked)
      write.codeUpdates.push(linked)
    }
  }
  return code
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
  if (known !== undefined && known.validTo === validTo) return false
  const row = { codeId: code.id, market, validTo }
  state.model.markets.set(key, row)
  write.markets.push(row)
  return known === undefined
}

/** Words of a code change with the code, its site and the crops there. */
function writeSearch(state: CodeListState, input: { code: RegisterCode; write: CodeWrite }): void {
  const { code, write } = input
  const { model } = state
  const siteChanged = write.siteUpdates.length > 0 || write.crops.length > 0
  const codes = siteChanged
    ? (model.codesBySite.get(code.siteId) ?? [])
    : write.codes.length + write.codeUpdates.length > 0
      ? [code]
      : []
  for (const each of codes) {
    const known = model.searchable.has(each.id)
    model.searchable.add(each.id)
    write.search.push({ codeId: each.id, words: searchWords(model, each), known })
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
  const outcome = write.codes.length > 0 || markets.length > 0 ? 'added' : 'changed'
  return { outcome, change: describeChange({ record, write, decisions }), write, warnings }
}
