import type { Database } from '../../../db/client.ts'
import type { BatchSources, DiaryRow } from '../../../db/queries/batch-source-rows.ts'
import { readBatchSources } from '../../../db/queries/batch-sources.ts'
import { SITE_KINDS } from '../../copy/names.ts'
import { findPreHarvestBreaches } from '../../domain/diary/pre-harvest.ts'
import { type Entry, entriesOf, standingEntries } from '../../domain/diary/versions.ts'
import { imageFor } from '../../domain/products/product-images.ts'
import type {
  BatchDocument,
  DocumentPack,
  DocumentSite,
} from '../../domain/standing/batch-document.ts'
import type { DiaryView } from '../../domain/standing/provenance.ts'
import { daysBefore } from '../../lib/time/calendar-date.ts'
import { allowanceFor } from './allowance-for.ts'
import { certificatesOf, ocopOf, testsOf } from './certified-facts.ts'
import { codeUseOf, type UseToKeep } from './code-use-of.ts'
import { toDiaryView } from './diary-view-of.ts'
import { harvestDays } from './harvest-days.ts'
import { mayBeNamed, publicHolderName, publicSiteName } from './public-names.ts'
import { toldOf } from './told-of.ts'

/** How far back a diary reaches where nobody said when the season began. */
const SEASON_DAYS = 400
const MAX_DIARY_ENTRIES = 200

/** A document with the text that tells whether its sources are still the same; see `batchSourcesVersion`. */
export type BuiltDocument = {
  readonly document: BatchDocument
  readonly version: string
  readonly sources: BatchSources
  /** What is to be kept of its use of codes when it is sealed. */
  readonly uses: readonly UseToKeep[]
}

/**
 * The document of a batch, from its sources as they are now. Null when there is no such batch or it
 * has no packing day yet: without one no status can be told.
 */
export async function buildBatchDocument(
  db: Database,
  batchId: string,
): Promise<BuiltDocument | null> {
  const sources = await readBatchSources(db, batchId)
  if (sources === null || sources.batch.packedOn === null) return null
  const { codeUse, uses } = await codeUseOf(db, sources)
  const document = { ...toDocument(sources, sources.batch.packedOn), codeUse }
  return { document, version: sources.batch.version, sources, uses }
}

function toDocument(sources: BatchSources, packedOn: string): BatchDocument {
  const { batch } = sources
  const sites = sources.codes.map((code) => ({ slot: code.slot, site: toSite(code) }))
  const diary = entriesOf(sources.diary)
  const { harvestedOn, markets } = batch
  return {
    version: 1,
    batchId: batch.id,
    demo: batch.demo,
    // A phone number is never public unless it is an organisation's, or its owner agreed.
    hotline: mayBeNamed(batch) ? batch.hotline : null,
    producerSuspendedOn: batch.suspendedOn,
    preHarvestBreaches: findPreHarvestBreaches({
      entries: standingEntries(diary),
      harvests: harvestDays({ harvestedOn, harvestIds: batch.harvestIds, diary }),
    }),
    intervalOverride: allowanceFor(sources.allowances, { kind: 'interval', codeId: null }),
    pack: packOf(batch),
    told: toldOf(sources),
    codes: sources.codes.map(({ code, slot, siteId }) => ({ code, kind: slot, siteId })),
    growingAreas: sites.flatMap(({ slot, site }) => (slot === 'growing_area' ? [site] : [])),
    packingHouse: sites.find(({ slot }) => slot === 'packing_house')?.site ?? null,
    provenance: {
      ref: batch.ref,
      lot: batch.lot,
      product: toProduct(sources, packedOn),
      producer: {
        name: publicHolderName(batch),
        kind: batch.orgKind,
        address: mayBeNamed(batch) ? batch.address : null,
        commune: batch.communeName,
        province: batch.provinceName,
        gln: batch.gln,
      },
      harvestedOn,
      packedOn,
      expiresOn: batch.expiresOn,
      quantity: { value: batch.quantityValue, unit: batch.quantityUnit },
      markets,
      inputs: sources.inputs.map(({ ref, quantityKg }) => ({
        ref,
        quantity: { value: quantityKg, unit: 'kg' },
      })),
      certificates: certificatesOf(sources, packedOn),
      diary: diaryOf(batch, diary),
      tests: testsOf(sources),
    },
  }
}

function packOf({ netContentValue, netContentUnit, mark }: BatchSources['batch']): DocumentPack {
  const isTold = netContentValue !== null && netContentUnit !== null
  return { netContent: isTold ? { value: netContentValue, unit: netContentUnit } : null, mark }
}

function toProduct(sources: BatchSources, packedOn: string) {
  const { batch } = sources
  return {
    name: batch.productName,
    gtin: batch.gtin,
    brand: batch.brand,
    category: batch.categoryVi,
    images: batch.images.map((image) => imageFor(image, 'page')),
    standards: batch.standards,
    shelfLife: batch.shelfLife,
    storage: batch.storage,
    warnings: batch.warnings,
    ocop: ocopOf(sources, packedOn),
  }
}

function toSite(row: BatchSources['codes'][number]): DocumentSite {
  const fallback = SITE_KINDS[row.slot === 'growing_area' ? 'growing_area' : 'packing_house'].vi
  return {
    code: row.code,
    name: publicSiteName({ ...row, fallback }),
    commune: row.communeName,
    province: row.provinceName,
    crop: row.crops,
    areaHa: row.areaHa,
  }
}

/** Entries of the season, newest first; treatments before it still count for waiting periods, not here. */
function diaryOf(batch: BatchSources['batch'], entries: readonly Entry<DiaryRow>[]): DiaryView[] {
  const from = batch.seasonFrom ?? daysBefore(batch.packedOn ?? '', SEASON_DAYS)
  const isTold = (row: DiaryRow) => row.batchId === batch.id || row.occurredOn >= from
  return entries
    .filter(({ shown, earlier }) => isTold(shown) || earlier.some(isTold))
    .slice(0, MAX_DIARY_ENTRIES)
    .map(toDiaryView)
}
