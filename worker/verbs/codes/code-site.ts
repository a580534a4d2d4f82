import type { RegisterCrop, RegisterSite } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import { pickFacts } from '../../domain/sites/pick-facts.ts'
import { LISTED_FACTS } from '../../domain/sites/site-facts.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { type CodeListState, saidOtherwise, type Warn } from './code-list-state.ts'
import { type CodeWrite, noteUpdate } from './code-write.ts'
import type { RecordPlace } from './place-of-record.ts'
import { putCrop, putSite } from './register-model.ts'

/** A site of a row that the register does not have yet. */
export function newSite(
  state: CodeListState,
  input: { record: CodeRecord; place: RecordPlace; organisationId: string },
): RegisterSite {
  const { record, place, organisationId } = input
  return {
    id: state.newId(),
    kind: record.kind,
    organisationId,
    name: record.siteName,
    nameFolded: foldVietnamese(record.siteName),
    ...place,
    hamlet: record.hamlet,
    formerDistrict: record.formerDistrict,
    areaHa: null,
    ...pickFacts(LISTED_FACTS, record),
    externalId: record.siteExternalId,
    version: 1,
    withdrawnAt: null,
  }
}

/**
 * Puts what a row says of its site into the model and the write: figures that are given replace
 * those on record, crops keep an area each (intercropped, they share the land).
 */
export function describeSite(
  state: CodeListState,
  input: {
    record: CodeRecord
    row: number
    site: RegisterSite
    isNew: boolean
    place: RecordPlace
    write: CodeWrite
    warn: Warn
  },
): void {
  const { record, row, site, isNew, place, write, warn } = input
  const crops = cropsOf(record, site.id).filter((crop) => isNewsOfCrop(state, crop, { row, warn }))
  for (const crop of crops) {
    const known = state.model.crops.get(crop.siteId)?.get(crop.cropFolded)
    const { siteId, plantedAreaHa } = crop
    const before = known === undefined ? null : { plantedAreaHa: known.plantedAreaHa }
    const after = { crop: crop.crop, cropFolded: crop.cropFolded, plantedAreaHa }
    write.changes.push({ entity: 'site_crop', entityId: siteId, before, after })
    putCrop(state.model, crop)
    write.crops.push(crop)
  }
  const area = areaOf(state, { record, siteId: site.id, isNews: crops.length > 0 })
  const wanted: Partial<Record<keyof RegisterSite, string | number | null>> = {
    hamlet: record.hamlet,
    formerDistrict: record.formerDistrict,
    ...pickFacts(LISTED_FACTS, record),
    externalId: record.siteExternalId,
    areaHa: area.value,
    ...(site.communeCode === null && place.communeCode !== null ? place : {}),
  }
  const news = Object.entries(wanted).filter(([field, value]) => {
    if (value === null || value === undefined) return false
    if (field === 'areaHa' && area.fromCrops) return true
    const before = saidOtherwise(state, `${site.id}\n${field}`, { value: String(value), row })
    if (before !== null) {
      warn(
        'site_contradicted',
        fill(CODE_REPORT.siteContradicted, { name: site.name, row: before, value }),
      )
    }
    return before === null
  })
  if (site.withdrawnAt !== null) {
    warn('site_back', fill(CODE_REPORT.siteBack, { name: site.name }))
  }
  const described: RegisterSite = { ...site, ...anew(site), ...Object.fromEntries(news) }
  const isChanged = Object.keys(described).some(
    (key) => described[key as keyof RegisterSite] !== site[key as keyof RegisterSite],
  )
  const after = isNew || !isChanged ? described : { ...described, version: site.version + 1 }
  if (isNew) {
    write.sites.push(after)
    const { name, organisationId } = after
    const made = { name, organisationId }
    write.changes.push({ entity: 'site', entityId: site.id, before: null, after: made })
  } else if (isChanged) {
    write.siteUpdates.push({ before: site, after })
    noteUpdate(write, { entity: 'site', before: site, after })
  }
  if (!isNew && (isChanged || crops.length > 0)) write.changedSiteIds.push(site.id)
  putSite(state.model, after)
}

/** Crops named in one cell share the row's area, so none of them has it for itself. */
function cropsOf(record: CodeRecord, siteId: string): RegisterCrop[] {
  if (record.kind !== 'growing_area') return []
  const names = cropNames(record)
  const plantedAreaHa = names.length === 1 ? record.plantedAreaHa : null
  return names.map((crop) => ({ siteId, crop, cropFolded: foldVietnamese(crop), plantedAreaHa }))
}

/** A place that was taken out of the lists comes back as the row describes it. */
function anew(site: RegisterSite): Partial<RegisterSite> {
  if (site.withdrawnAt === null) return {}
  return {
    hamlet: null,
    formerDistrict: null,
    areaHa: null,
    ...pickFacts(LISTED_FACTS, {}),
    externalId: null,
    withdrawnAt: null,
  }
}

function cropNames({ crop }: CodeRecord): string[] {
  return (crop ?? '')
    .split(/[,;+/\n]|\svà\s/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function isNewsOfCrop(
  state: CodeListState,
  crop: RegisterCrop,
  { row, warn }: { row: number; warn: Warn },
): boolean {
  const known = state.model.crops.get(crop.siteId)?.get(crop.cropFolded)
  if (crop.plantedAreaHa === null) return known === undefined
  // A list of ours shows the area of the site where none is known of its crop.
  const siteAreaHa = state.model.sites.get(crop.siteId)?.areaHa ?? null
  if (known?.plantedAreaHa === null && crop.plantedAreaHa === siteAreaHa) return false
  const about = `${crop.siteId}\ncrop\n${crop.cropFolded}`
  const before = saidOtherwise(state, about, { value: String(crop.plantedAreaHa), row })
  if (before !== null) {
    warn('area_contradicted', fill(CODE_REPORT.areaContradicted, { crop: crop.crop, row: before }))
    return false
  }
  return known === undefined || known.plantedAreaHa !== crop.plantedAreaHa
}

/**
 * A site is at least as large as its largest crop. The row's own figure counts where crops share it;
 * a row that says of its crop what is known already says nothing of the site.
 */
function areaOf(
  state: CodeListState,
  input: { record: CodeRecord; siteId: string; isNews: boolean },
): { value: number | null; fromCrops: boolean } {
  const { record, siteId, isNews } = input
  const crops = [...(state.model.crops.get(siteId)?.values() ?? [])]
  const planted = crops.flatMap(({ plantedAreaHa }) => plantedAreaHa ?? [])
  if (planted.length === 0) return { value: record.plantedAreaHa, fromCrops: false }
  if (cropNames(record).length > 1) {
    const siteAreaHa = state.model.sites.get(siteId)?.areaHa ?? null
    if (record.plantedAreaHa === siteAreaHa) return { value: null, fromCrops: false }
    const least = Math.max(...planted)
    const value = record.plantedAreaHa === null ? null : Math.max(record.plantedAreaHa, least)
    return { value, fromCrops: false }
  }
  return { value: isNews ? Math.max(...planted) : null, fromCrops: true }
}
