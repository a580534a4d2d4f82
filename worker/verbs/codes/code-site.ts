import type { RegisterCrop, RegisterSite } from '../../../db/queries/code-register.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import type { CodeRecord } from '../../domain/sheet/records/code-records.ts'
import { type CodeListState, saidOtherwise, type Warn } from './code-list-state.ts'
import type { CodeWrite } from './code-write.ts'
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
    capacityTPerDay: record.capacityTPerDay,
    householdCount: record.householdCount,
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
    putCrop(state.model, crop)
    write.crops.push(crop)
  }
  const area = areaOf(state, record, site.id)
  const wanted: Partial<Record<keyof RegisterSite, string | number | null>> = {
    hamlet: record.hamlet,
    formerDistrict: record.formerDistrict,
    capacityTPerDay: record.capacityTPerDay,
    householdCount: record.householdCount,
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
        `“${site.name}” ghi khác dòng ${before} (${value}); giữ theo dòng ${before}.`,
      )
    }
    return before === null
  })
  const after: RegisterSite = { ...site, ...Object.fromEntries(news) }
  const isChanged = Object.keys(after).some(
    (key) => after[key as keyof RegisterSite] !== site[key as keyof RegisterSite],
  )
  if (isNew) write.sites.push(after)
  else if (isChanged) write.siteUpdates.push({ before: site, after })
  if (!isNew && (isChanged || crops.length > 0)) write.changedSiteIds.push(site.id)
  putSite(state.model, after)
}

/** Crops named in one cell share the row's area, so none of them has it for itself. */
function cropsOf(record: CodeRecord, siteId: string): RegisterCrop[] {
  if (record.kind !== 'growing_area' || record.crop === null) return []
  const names = record.crop.split(/\s*[,;+/\n]\s*|\s+và\s+/u).filter((name) => name !== '')
  const plantedAreaHa = names.length === 1 ? record.plantedAreaHa : null
  return names.map((crop) => ({ siteId, crop, cropFolded: foldVietnamese(crop), plantedAreaHa }))
}

function isNewsOfCrop(
  state: CodeListState,
  crop: RegisterCrop,
  { row, warn }: { row: number; warn: Warn },
): boolean {
  const known = state.model.crops.get(crop.siteId)?.get(crop.cropFolded)
  if (crop.plantedAreaHa === null) return known === undefined
  const about = `${crop.siteId}\ncrop\n${crop.cropFolded}`
  const before = saidOtherwise(state, about, { value: String(crop.plantedAreaHa), row })
  if (before !== null) {
    warn(
      'area_contradicted',
      `diện tích ${crop.crop} ghi khác dòng ${before}; giữ theo dòng ${before}.`,
    )
    return false
  }
  return known === undefined || known.plantedAreaHa !== crop.plantedAreaHa
}

/** A site is at least as large as its largest crop; the row's own figure where crops share it. */
function areaOf(
  state: CodeListState,
  record: CodeRecord,
  siteId: string,
): { value: number | null; fromCrops: boolean } {
  const crops = [...(state.model.crops.get(siteId)?.values() ?? [])]
  const planted = crops.flatMap(({ plantedAreaHa }) => plantedAreaHa ?? [])
  return planted.length > 0
    ? { value: Math.max(...planted), fromCrops: true }
    : { value: record.plantedAreaHa, fromCrops: false }
}
