import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readAdministrativePlaces } from '../../../db/queries/administrative-places.ts'
import { findHarvests, listHarvests } from '../../../db/queries/batch-goods.ts'
import { readForBatchImport } from '../../../db/queries/batch-imports.ts'
import { readBatchSources } from '../../../db/queries/batch-sources.ts'
import { listOfficesOf } from '../../../db/queries/certification-reminders.ts'
import { listCertifications, readCertification } from '../../../db/queries/certifications.ts'
import { readCodeDetail } from '../../../db/queries/code-detail.ts'
import { listOwnUses, readUse } from '../../../db/queries/code-disputes.ts'
import { readCodeTargets, readRecipients } from '../../../db/queries/code-portal.ts'
import { areasOfBatch, readCountedFacts, readQuotaFacts } from '../../../db/queries/code-quota.ts'
import { readCodeUseFacts } from '../../../db/queries/code-use.ts'
import { listCodeUseWaiting } from '../../../db/queries/code-use-waiting.ts'
import { listCropsGrown } from '../../../db/queries/crops-grown.ts'
import { readEntryStory } from '../../../db/queries/diary-entry-page.ts'
import { readKnownFingerprints } from '../../../db/queries/diary-fingerprints.ts'
import { readRecordingFacts } from '../../../db/queries/diary-recording.ts'
import { readStockRows } from '../../../db/queries/diary-stock.ts'
import { readFieldKitRows } from '../../../db/queries/field-kit.ts'
import type { Field, Fields } from '../../../db/queries/fields.ts'
import { listTask, newestChanges } from '../../../db/queries/home-counts.ts'
import { readAroundBatch } from '../../../db/queries/inspection.ts'
import { listOpenFindingsOf, listSitesToInspect } from '../../../db/queries/inspections.ts'
import {
  insertLabelChecks,
  listChecksOfBatch,
  listLabelRounds,
  readLabelRound,
} from '../../../db/queries/label-checks.ts'
import { EVERY_PLACE } from '../../../db/queries/mapped-places.ts'
import { listMemberships } from '../../../db/queries/memberships.ts'
import { listOtherWriters } from '../../../db/queries/minutes-drafts.ts'
import { readPlanFacts } from '../../../db/queries/monitoring-facts.ts'
import { readPlan, readPlanCells } from '../../../db/queries/monitoring-plans.ts'
import { readPlanResults } from '../../../db/queries/monitoring-results.ts'
import { readOwnCodeSites, readOwnCodes } from '../../../db/queries/own-codes.ts'
import { readOwnRows } from '../../../db/queries/own-data.ts'
import { readOwnPlan } from '../../../db/queries/own-sample-plans.ts'
import {
  readAreaPatterns,
  readBoundariesAfter,
  readOpenedBatches,
  readPatternAreas,
} from '../../../db/queries/pattern-sources.ts'
import { readPlacedRows } from '../../../db/queries/place-moves.ts'
import { readCheckedBatch, readCheckFacts } from '../../../db/queries/pre-shipment.ts'
import {
  readForJudging,
  readProductsInForce,
  searchProducts,
} from '../../../db/queries/protection.ts'
import {
  readKnownGoods,
  readOtherPeriods,
  readTradedCodes,
} from '../../../db/queries/purchase-facts.ts'
import { readPlannedSeasons } from '../../../db/queries/purchase-plans.ts'
import {
  listLines,
  listOwnReports,
  readLinesOf,
  readPurchaseLine,
} from '../../../db/queries/purchase-reports.ts'
import {
  listMissing,
  readAreasReportedSince,
  sumBoughtOfSites,
  sumPurchases,
} from '../../../db/queries/purchase-sums.ts'
import { listReleasedVisits } from '../../../db/queries/released-visits.ts'
import { listVisits, sumVisits } from '../../../db/queries/retail.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { readScansOfBatch } from '../../../db/queries/scan-desk.ts'
import * as scanRegister from '../../../db/queries/scan-register.ts'
import { insertScans } from '../../../db/queries/scans.ts'
import { readBookEntries } from '../../../db/queries/season-book.ts'
import {
  listOpenSeasons,
  listSeasons,
  readOverlap,
  readSeason,
  readSeasonFacts,
} from '../../../db/queries/seasons.ts'
import { listSharablePapers } from '../../../db/queries/shares.ts'
import {
  listMapped,
  readAreasIn,
  readMapAreas,
  readMapPoints,
  sumByPlace,
} from '../../../db/queries/site-map.ts'
import { readCommunePoints } from '../../../db/queries/sites-boundaries.ts'
import { readPlacesNamed } from '../../../db/queries/sites-places.ts'
import { readTrace } from '../../../db/queries/trace.ts'
import { readUnitsNear } from '../../../db/queries/unit-outlines.ts'
import { countOutlines, readStoredLinks } from '../../../db/queries/unit-successions.ts'
import { listVisitsOf } from '../../../db/queries/visit-day.ts'
import { listVisitReminders } from '../../../db/queries/visit-reminders.ts'
import { readPlanVisit, readVisitToFinish } from '../../../db/queries/visits.ts'
import {
  administrativeBoundary,
  administrativeSuccession,
  administrativeUnit,
  attachment,
  batchDocument,
  batch as batches,
  batchSale,
  certification,
  codeUse,
  codeUseWait,
  diaryEvent,
  diaryHousehold,
  diaryPhoto,
  diaryPicture,
  finding,
  inspection,
  inspectionPlan,
  inspectionVisit,
  invitation,
  labelDownload,
  labelException,
  labelRun,
  lotEdge,
  member,
  minutesDraft,
  monitoringRule,
  organisation,
  organisationMembership,
  ownSamplePlan,
  product,
  protectionProduct,
  purchaseLine,
  purchaseReport,
  residueResult,
  residueSample,
  retailVisit,
  season,
  seasonWindow,
  site,
  siteBoundary,
  siteCrop,
  siteHousehold,
  siteLink,
  substanceRule,
} from '../../../db/schema/index.ts'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import { toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  type MadeBatch,
  makeBatch,
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeOrganisation,
  makeProduct,
  makeSite,
  makeVerification,
  NOW,
} from '../../support/factories.ts'
import { makePerson } from '../../support/portal-app.ts'
import { askFound } from './ask-found.ts'

type Asked = {
  readonly file: string
  /** The line and column of the call: a file may read the same fields twice. */
  readonly at: string
  readonly fields: Fields
  readonly query: PromiseLike<readonly Readonly<Record<string, unknown>>[]>
}

/** Every read by fields that the queries made, to be asked again and held against its description. */
const asked = vi.hoisted((): Asked[] => [])

vi.mock('../../../db/queries/rows-of.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../db/queries/rows-of.ts')>()
  const { rowsOf } = original
  const noted: typeof rowsOf = (db, fields, source) => {
    const query = rowsOf(db, fields, source)
    const calls = [...(new Error().stack ?? '').matchAll(/db\/queries\/([\w-]+\.ts):(\d+:\d+)/g)]
    const [, file = '', at = ''] = calls.find(([, name]) => name !== 'rows-of.ts') ?? []
    asked.push({ file, at, fields, query: query as unknown as Asked['query'] })
    return query
  }
  return { ...original, rowsOf: noted }
})

const FOLDER = new URL('../../../db/queries/', import.meta.url)
const PROVINCE = { provinceCode: '91', provinceName: 'Tỉnh An Giang' }
const HERE = { ...PROVINCE, communeCode: '30001', communeName: 'Xã Mỹ Hòa' }
const BOX = '{"bbox":[105,10,106,11],"type":"Polygon","coordinates":[]}'

/** A register in which every such read finds something. */
async function askEverything(): Promise<void> {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  const on = toCalendarDate('2025-07-01')
  if (on === null) throw new Error('no date')
  const unit = { validFrom: on, parentCode: null }
  await db.insert(administrativeUnit).values([
    { ...unit, level: 'province', code: '91', name: 'Tỉnh An Giang', nameFolded: 'tinh an giang' },
    {
      ...unit,
      level: 'commune',
      code: '30001',
      name: 'Xã A',
      nameFolded: 'xa a',
      parentCode: '91',
    },
  ])
  const gone = { oldCode: '30000', oldName: 'Xã Cũ', oldNameFolded: 'xa cu', newCode: '30001' }
  await db
    .insert(administrativeSuccession)
    .values({ ...gone, id: 'commune/30000/2025-07-01/30001', effectiveOn: on })
  const outline = { geojson: BOX, source: 'x', loadedAt: 1 }
  await db.insert(administrativeBoundary).values({ ...outline, level: 'province', code: '91' })

  const batch = await makeBatch(ctx)
  const { organisationId } = batch
  const source = await makeBatch(ctx)
  const common = { createdAt: NOW, fromOn: '2025-01-01', confirmedAt: NOW, confirmedBy: 'x' }
  const edge = { fromBatchId: source.id, toBatchId: batch.id, quantityKg: 1, createdAt: NOW }
  await db.insert(lotEdge).values(edge)
  await db
    .insert(organisationMembership)
    .values({ ...common, id: 'm', organisationId, memberId: source.organisationId, actor: 'x' })
  await db.insert(siteLink).values({
    ...{ id: 'l', packingHouseId: batch.house.siteId, growingAreaId: batch.area.siteId },
    ...{ fromOn: '2025-01-01', createdAt: NOW, actor: 'x', areaConfirmedAt: NOW },
  })
  const confirmed = { organisationId, state: 'confirmed', version: 1, createdAt: NOW } as const
  await db.insert(certification).values([
    { ...confirmed, id: 'c', kind: 'vietgap', number: '1' },
    { ...confirmed, id: 'o', kind: 'ocop', productId: batch.productId, stars: 3 },
    { ...confirmed, id: 't', kind: 'lab_test', batchId: batch.id, analyte: 'Chì' },
  ])
  const entry = await makeDiaryEvent(ctx, { siteId: batch.area.siteId, fingerprint: 'f' })
  await makeVerification(ctx, { diaryEventId: entry.id })
  await makeSite(ctx, { ...HERE, lat: 10.5, lng: 105.5 })
  await makeOrganisation(ctx, HERE)
  const officer = await makePerson(db, 'officer', { place: HERE, organisationId })
  await db.insert(invitation).values({
    ...{ id: 'i', organizationId: organisationId, email: 'a@example.vn', status: 'pending' },
    ...{ ...PROVINCE, expiresAt: NOW, createdAt: NOW, inviterId: officer.userId },
  })
  const stranger = await makeProduct(ctx)
  await makeBatch(ctx, { productId: stranger.id, growingAreas: [batch.area.code] })

  await readAdministrativePlaces(db)
  const [told] = await db
    .select({
      producer: organisation.nameFolded,
      productName: product.nameFolded,
      lot: batches.lot,
    })
    .from(batches)
    .innerJoin(product, eq(product.id, batches.productId))
    .innerJoin(organisation, eq(organisation.id, batches.organisationId))
    .where(eq(batches.id, batch.id))
  if (told === undefined) throw new Error('no batch')
  const keys = [codeSearchKey(batch.area.code)]
  await readForBatchImport(db, [{ ...told, keys, gtin: batch.gtin }])
  await readBatchSources(db, batch.id)
  await readCertification(db, 't')
  await listOfficesOf(db, { provinceCode: HERE.provinceCode, communeCode: HERE.communeCode })
  const anyCertification = { organisationId: null, productId: null, batchId: null, state: null }
  const page = { bounds: null, today: '2026-06-15', after: null, limit: 9 }
  await listCertifications(db, { ...anyCertification, ...page })
  await readCodeDetail(db, batch.area.id)
  await readCodeTargets(db, [batch.area.id])
  await readRecipients(db, [organisationId])
  await listCodeUseWaiting(db, { bounds: null, limit: 9 })
  await readCodeUseFacts(db, batch.id)
  await askDiary(ctx, batch.area.siteId)
  await readKnownFingerprints(db, [{ siteId: batch.area.siteId, fingerprint: 'f' }])
  const question = {
    ...{ scope: null, organisationId, userId: 'u', today: '2026-06-15', soonOn: '2026-08-14' },
    ...{ longSinceOn: '2026-05-16', importsSince: 0, keysBefore: NOW, daysOff: new Map() },
  }
  await listTask(db, { task: 'no_boundary', question, after: null, limit: 9 })
  await newestChanges(db, { scope: null, limit: 9 })
  await listMemberships(db, { bounds: null, limit: 9 })
  for (const table of ['site', 'organisation', 'member', 'invitation'] as const) {
    const wanted = { communes: [], provinces: ['91'], bareProvinces: [] }
    await readPlacedRows(db, { table, ...wanted, afterId: '', limit: 9 })
  }
  const harvest = await makeDiaryEvent(ctx, { siteId: batch.area.siteId, kind: 'harvest' })
  const whom = { organisationId, today: '2026-06-15', into: null }
  await findHarvests(db, [harvest.id], whom)
  await listHarvests(db, { ...whom, since: '2026-01-01', limit: 9 })
  await readOwnRows(db, { name: 'products', organisationId, after: null, limit: 9 })
  await readTrace(db, { batchIds: [batch.id], way: 'up' })
  await db.update(site).set({ organisationId }).where(eq(site.id, batch.area.siteId))
  await db.insert(attachment).values({
    ...{ id: 'paper', entity: 'site' as const, entityId: batch.area.siteId, kind: 'contract' },
    ...{ title: 'Hợp đồng', fileName: 'a.pdf', mediaType: 'application/pdf', bytes: 1 },
    ...{ sha256: 'x', storeKey: 'x', createdAt: NOW, actor: 'x' },
  })
  const { productId } = batch
  await listSharablePapers(db, { batchId: batch.id, productId, organisationId })
  const { kid } = await createKey({ ctx, input: {} })
  const unitSpace = `B/${batch.ref}`
  await db.insert(labelRun).values({
    ...{ id: 'r', batchId: batch.id, profile: 'full' as const, kid, unitSpace },
    ...{ fromSerial: 1, toSerial: 9, copies: 1, createdAt: NOW, actor: 'x' },
  })
  const scan = { ref: batch.ref, unitSpace, serial: 1, scannedAt: NOW }
  const scanned = { ...scan, region: null, visitor: null, standing: 'clear' }
  await insertScans(db, [scanned, scanned])
  await readScansOfBatch(db, batch.id)
  await db.insert(siteHousehold).values({
    ...{ id: 'hh', siteId: batch.area.siteId, position: 2, name: 'Hộ', nameFolded: 'ho' },
    createdAt: NOW,
  })
  await db.insert(batchSale).values({
    ...{ id: 'bs', batchId: batch.id, buyer: 'Chợ', quantityKg: 1, soldOn: '2026-06-11' },
    createdAt: NOW,
  })
  await db.insert(labelDownload).values({
    ...{ id: 'ld', runId: 'r', actor: 'x', at: NOW, format: 'pdf', stock: null },
    ...{ fromSerial: 1, toSerial: 9, labels: 9 },
  })
  await db.insert(retailVisit).values({
    ...{ id: 'v', kind: 'shop', shop: 'Quán', shopFolded: 'quan', visitedOn: '2026-06-11' },
    ...{ createdAt: NOW, actor: 'x' },
  })
  const [packed] = await db.select().from(batches).where(eq(batches.id, batch.id))
  await readAroundBatch(db, { batchId: batch.id, packedOn: packed?.packedOn ?? null })
  await listVisits(db, { bounds: null, after: null, limit: 9 })
  await sumVisits(db, { bounds: null, by: 'shop' })
  await readCommunePoints(db, { siteId: 'another', provinceCode: '91', communeCode: '30001' })
  await readPlacesNamed(db, ['xa cu'])
  await readUnitsNear(db, { lng: 105.5, lat: 10.5, provinceCode: null })
  await readStoredLinks(db, [{ level: 'commune', oldCode: '30000', effectiveOn: on }])
  await countOutlines(db, [{ level: 'province', code: '91' }])
  await askInspections(ctx, batch.area.siteId)
  await askSeasons(ctx, { siteId: batch.area.siteId, organisationId })
  await askMonitoring(ctx, { siteId: batch.area.siteId, organisationId })
  await askCodes(ctx, { batch, other: source })
  await askPurchases(ctx, { batch, other: source })
  await askScanRegister(ctx, await makeBatch(ctx, { productId: batch.productId }))
  await askFound(ctx)
  await askChecks(ctx, { batch, organisationId })
  const mapped = { ...EVERY_PLACE, day: '2026-06-15', limit: 9 }
  const box = { west: 100, south: 5, east: 115, north: 25 }
  await readMapAreas(db, { ...mapped, after: null })
  await readAreasIn(db, { ...mapped, box, widest: 3 })
  await listMapped(db, { ...mapped, after: null })
  await readMapPoints(db, mapped)
  await sumByPlace(db, { ...mapped, by: 'province' })
}

/** Uses of codes, authorisations from both sides, quotas and patterns. */
async function askCodes(
  ctx: VerbContext,
  { batch, other }: { readonly batch: MadeBatch; readonly other: MadeBatch },
): Promise<void> {
  const { db } = ctx
  const { organisationId } = batch
  const { siteId } = batch.area
  const agreed = { fromOn: '2025-01-01', createdAt: NOW, actor: 'x', areaConfirmedAt: NOW }
  await db.insert(siteLink).values([
    { ...agreed, id: 'out', packingHouseId: other.house.siteId, growingAreaId: siteId },
    { ...agreed, id: 'in', packingHouseId: batch.house.siteId, growingAreaId: other.area.siteId },
  ])
  await db.insert(codeUse).values({
    ...{ batchId: batch.id, codeId: batch.area.id, siteId, slot: 'growing_area' as const },
    ...{ holderId: organisationId, packerId: other.organisationId, linkId: 'out' },
    ...{ packedOn: '2026-06-10', sealedAt: NOW, quantityKg: 5, isCounted: true },
  })
  await db.insert(codeUseWait).values({
    ...{ batchId: batch.id, codeId: batch.area.id, objections: [], askedAt: NOW },
  })
  await db.insert(certification).values({
    ...{ id: 'old', organisationId, state: 'confirmed', version: 1, createdAt: NOW },
    ...{ kind: 'vietgap', number: '2', expiresOn: '2026-07-01' },
  })
  await db.insert(siteBoundary).values({
    ...{ id: 'sb', siteId, geojson: BOX, areaHa: 1, source: 'kml', recordedAt: NOW, actor: 'x' },
    ...{ minLng: 105, minLat: 10, maxLng: 106, maxLat: 11 },
  })
  await listOwnUses(db, { holderId: organisationId, byOthers: true, after: null, limit: 9 })
  await readUse(db, { ref: batch.ref, code: batch.area.code })
  await readCountedFacts(db, batch.id)
  await readQuotaFacts(db, { sites: areasOfBatch(batch.id), year: 2026 })
  await readOwnCodes(db, { organisationId, today: '2026-06-15', soonOn: '2026-08-14' })
  await readAreaPatterns(db, { siteIds: [siteId], sinceOn: '2026-01-01', year: 2026 })
  await readOpenedBatches(db, { from: 0, to: NOW, limit: 9 })
  await readBoundariesAfter(db, { row: 0, limit: 9 })
  await readPatternAreas(db, [siteId])
}

/** Goods another one bought through an area, and what is filled in, added up and missing of them. */
async function askPurchases(
  ctx: VerbContext,
  { batch, other }: { readonly batch: MadeBatch; readonly other: MadeBatch },
): Promise<void> {
  const { db } = ctx
  const { organisationId } = other
  const { siteId, id: codeId } = batch.area
  const days = { fromOn: '2026-05-01', toOn: '2026-05-31' }
  await db.insert(purchaseReport).values({
    ...{ ...days, id: 'pr', organisationId, version: 1, isWithdrawn: false },
    ...{ recordedAt: NOW, actor: 'x' },
  })
  const crop = { crop: 'mango', cropName: 'Xoài', cropFolded: 'xoai' }
  await db.insert(purchaseLine).values({
    ...{ ...days, ...crop, id: 'pl', reportId: 'pr', position: 0, codeId, siteId },
    ...{ boughtKg: 5, destination: 'CHN', flags: ['sold_more'] },
  })
  await readTradedCodes(db, { codeIds: [codeId], organisationId, days, replacing: null })
  const june = { fromOn: '2026-06-01', toOn: '2026-06-30' }
  await readKnownGoods(db, { organisationId, days: june })
  await readPlannedSeasons(db, batch.organisationId)
  await listOwnReports(db, { organisationId, after: null, limit: 9 })
  await listLines(db, { bounds: null, days, onlyFlagged: true, after: null, limit: 9 })
  await readPurchaseLine(db, 'pl')
  await readLinesOf(db, 'pr')
  const parts = { commune: true, crop: true, destination: true, period: true }
  await sumPurchases(db, { bounds: null, days, parts })
  await sumBoughtOfSites(db, { siteIds: [siteId], year: 2026 })
  await readAreasReportedSince(db, { since: 0, limit: 9 })
  await readOtherPeriods(db, {
    codeIds: [codeId],
    organisationId,
    days: { ...days, toOn: '2026-06-02' },
  })
  await listMissing(db, { bounds: null, days: june })
}

/** Places to inspect, what waits there, and who else writes about them. */
async function askInspections({ db }: VerbContext, siteId: string): Promise<void> {
  await db.insert(inspection).values({
    ...{ id: 'i', formVersionId: 'f', siteId, kind: 'periodic', outcome: 'passed', answers: {} },
    ...{ inspectedOn: '2026-06-11', saidOn: '2026-06-11', dayState: 'sure', madeAt: NOW },
    ...{ inspectorName: 'A', inspectorSignature: [], holderName: 'B', photos: [] },
    ...{ receivedAt: NOW, actor: 'x' },
  })
  await db.insert(finding).values({
    ...{ id: 'wrong', severity: 'minor', text: 'Cỏ', aboutKind: 'site', aboutId: siteId },
    ...{ shown: 'Vùng', foundOn: '2026-06-11', foundBy: 'x', state: 'told', createdAt: NOW },
    version: 1,
  })
  await listSitesToInspect(db, { bounds: null, limit: 9 })
  await listOpenFindingsOf(db, { siteIds: [siteId], limit: 9 })
  await db.insert(minutesDraft).values({
    ...{ id: 'd', account: 'user:x', siteId, formVersionId: 'f', kind: 'periodic', texts: {} },
    ...{ photos: {}, createdAt: NOW, savedAt: NOW, version: 1 },
  })
  await listOtherWriters(db, { siteId, account: 'user:y', since: 0 })
}

/** What devices keep of batches and codes, and the checks they send back. */
async function askScanRegister(
  ctx: VerbContext,
  batch: Readonly<Record<'organisationId' | 'productId' | 'ref' | 'id', string>>,
): Promise<void> {
  const { db } = ctx
  const { organisationId, ref: batchRef } = batch
  const account = `user:${(await makePerson(db, 'inspector', { organisationId })).userId}`
  await runBatch(db, [
    insertLabelChecks(db, [
      {
        ...{ recordId: 'round', position: 0, account, organisationId, batchRef, kid: 'A1B' },
        ...{ provinceCode: '91', communeCode: '30001', scanned: 'x', serial: 1, note: 'Sạp' },
        ...{ authenticity: 'genuine', standing: 'clear', mode: 'offline', listIssuedAt: NOW },
        ...{ latitude: 10.5, longitude: 105.5, accuracyM: 9, photos: [], clockOffsetMs: 0 },
        ...{ checkedOn: '2026-06-11', checkedAt: NOW, recordedAt: NOW },
      },
    ]),
  ])
  await listLabelRounds(db, { bounds: null, after: null, limit: 9 })
  await readLabelRound(db, 'round')
  await listChecksOfBatch(db, batchRef)
  const { code } = await makeCode(ctx, { holderId: organisationId })
  // A batch with labels, and one that was annulled.
  const annulled = await makeBatch(ctx, { productId: batch.productId })
  const sealed = { sealedAt: NOW }
  await db.update(batches).set(sealed).where(eq(batches.id, batch.id))
  await db
    .update(batches)
    .set({ ...sealed, annulledAt: NOW })
    .where(eq(batches.id, annulled.id))
  await db
    .insert(batchDocument)
    .values({ ref: batchRef, batchId: batch.id, document: '{}', updatedAt: NOW })
  await db.insert(labelException).values({
    ...{ id: 'x', kind: 'void', batchId: annulled.id, effectiveOn: '2026-06-11', actor: 'x' },
    recordedAt: NOW,
  })
  const holderIds = await scanRegister.listHolders(db, { bounds: null, limit: 99 })
  const asked = { bounds: null, holderIds, since: 0, limit: 9 }
  await scanRegister.listRegisterBatches(db, { ...asked, createdFrom: 0, after: null })
  await scanRegister.listChangedBatches(db, asked)
  await scanRegister.listAnnulledRefs(db, asked)
  await scanRegister.listRegisterCodes(db, { ...asked, afterId: '' })
  await scanRegister.listCodesNamed(db, [code])
  await scanRegister.listChangedCodes(db, asked)
}

/** Seasons, their books, plant-protection products and stock. */
async function askSeasons(
  ctx: VerbContext,
  { siteId, organisationId }: { readonly siteId: string; readonly organisationId: string },
): Promise<void> {
  const { db } = ctx
  await db.insert(season).values({
    ...{ id: 'season', siteId, organisationId, crop: 'Xoài', cropFolded: 'xoai', createdAt: NOW },
    ...{ startsOn: '2026-01-01', expectedFromOn: '2026-05-01', expectedToOn: '2026-07-01' },
    markets: ['CHN'],
  })
  await readSeason(db, 'season')
  await readSeasonFacts(db, { siteId, on: '2026-02-01', seasonId: 'season' })
  const all = { bounds: null, organisationId: null, siteId: null, state: null, after: null }
  await listSeasons(db, { ...all, limit: 9 })
  await listOpenSeasons(db, { organisationId, limit: 9 })
  await readOverlap(db, {
    ...{ id: 'another', siteId, householdId: null, plotFolded: null, cropFolded: 'xoai' },
    ...{ startsOn: '2026-02-01', expectedToOn: '2026-03-01', endedOn: null },
  })
  await db.insert(protectionProduct).values({
    ...{ id: 'product', tradeName: 'A', nameFolded: 'a', activeIngredient: 'B', uses: [] },
    ...{ ingredientFolded: 'b', permittedFromOn: '2026-01-01', legalBasis: 'x', createdAt: NOW },
  })
  await db.insert(substanceRule).values({
    ...{ id: 'rule', substance: 'B', substanceFolded: 'b', market: 'EU', createdAt: NOW },
    ...{ effect: 'banned', fromOn: '2026-01-01', legalBasis: 'x' },
  })
  await readForJudging(db, { nameFolded: 'a', on: '2026-02-01', markets: ['EU'] })
  await searchProducts(db, { words: [], on: null, after: null, limit: 9 })
  await readProductsInForce(db, '2026-02-01')
  await makeDiaryEvent(ctx, { siteId, kind: 'feed', occurredOn: '2026-02-01' })
  const asked = { kinds: ['feed'], since: '2026-01-01' }
  await readStockRows(db, { ...asked, of: { siteId } })
  const book = { season: { id: 'season', siteId, startsOn: '2026-01-01' }, toOn: '2026-03-01' }
  await readBookEntries(db, { ...book, kind: 'feed', after: null, limit: 9 })
}

/** What proves the checks of a batch, and what its holder planned to have taken. */
async function askChecks(
  ctx: VerbContext,
  { batch, organisationId }: { readonly batch: MadeBatch; readonly organisationId: string },
): Promise<void> {
  const { db } = ctx
  const { id: codeId, siteId } = batch.area
  await db.insert(residueSample).values({
    ...{ id: 'sample', state: 'reported', siteId, organisationId, crop: 'mango', markets: [] },
    ...{ cropName: 'Xoài', takenOn: '2026-05-20', actor: 'x', createdAt: NOW, version: 1 },
  })
  await db.insert(residueResult).values({
    ...{ id: 'result', sampleId: 'sample', analyte: 'Cadmi', analyteKey: 'cadmium' },
    ...{ relation: 'below', recordedAt: NOW, actor: 'x' },
  })
  await db.insert(certification).values({
    ...{ id: 'tested', kind: 'lab_test', organisationId, batchId: batch.id, analyte: 'Cadmi' },
    ...{ state: 'declared', version: 1, sampledOn: '2026-05-21', createdAt: NOW },
  })
  await db.insert(ownSamplePlan).values({
    ...{ id: 'plan', organisationId, siteId, codeId, seasonId: 'season', crop: 'mango' },
    ...{ cropName: 'Xoài', cropFolded: 'xoai', samples: 3, dueOn: '2026-06-20' },
    ...{ fromOn: '2026-01-01', toOn: '2026-12-31', createdAt: NOW },
  })
  await readCheckedBatch(db, batch.id)
  await readCheckFacts(db, { batchId: batch.id, since: '2026-01-01' })
  await readOwnPlan(db, { organisationId, from: '2026-01-01', to: '2026-12-31' })
  await readOwnCodeSites(db, organisationId)
}

/** Plans, their visits, and all that is read of them. */
async function askMonitoring(
  ctx: VerbContext,
  { siteId, organisationId }: { readonly siteId: string; readonly organisationId: string },
): Promise<void> {
  const { db } = ctx
  await db.update(site).set(HERE).where(eq(site.id, siteId))
  const { userId } = await makePerson(db, 'inspector', { organisationId, place: HERE })
  const plan = { id: 'plan', year: 2026, provinceCode: '91', communeCode: null }
  const made = { authorityId: organisationId, createdAt: NOW, perDay: 4, version: 1 }
  await db.insert(inspectionPlan).values([
    { ...plan, ...made },
    { ...plan, ...made, id: 'other', communeCode: '30001' },
  ])
  const placed = { provinceCode: '91', createdAt: NOW, fromOn: '2026-01-01' }
  await db
    .insert(monitoringRule)
    .values({ ...placed, id: 'rule', kind: 'periodic', perSeason: 2, legalBasis: 'x' })
  await db.insert(seasonWindow).values({ ...placed, id: 'window', name: 'A', toOn: '2026-06-30' })
  const visit = {
    ...{ siteId, seasonFromOn: '2026-01-01', seasonToOn: '2026-06-30', number: 1 },
    ...{ kind: 'periodic' as const, why: { crop: null, market: null, risk: null } },
    ...{ windowFrom: '2026-01-01', dueOn: '2026-06-30', createdAt: NOW, version: 1 },
    ...{ state: 'planned' as const, inspectorId: userId, plannedOn: '2026-06-15' },
  }
  await db.insert(inspectionVisit).values([
    { ...visit, id: 'v1', planId: 'plan', windowId: 'window', remindOn: '2026-06-01' },
    { ...visit, id: 'v2', planId: 'other', windowId: 'window' },
  ])
  const today = '2026-06-15'
  await readPlanFacts(db, { plan, today, latelyOn: '2025-06-15' })
  await readPlan(db, 'plan')
  await db.insert(siteCrop).values({ siteId, crop: 'Xoài', cropFolded: 'xoai' })
  await listCropsGrown(db, null)
  await readPlanCells(db, { planId: 'plan', bounds: null, today })
  await readPlanResults(db, { planId: 'plan', bounds: null, today })
  const [own] = await db.select().from(member).where(eq(member.userId, userId))
  await listReleasedVisits(db, { userId, memberId: own?.id ?? '', next: null })
  await readPlanVisit(db, 'v1')
  await listVisitReminders(db, today)
  const days = { untilOn: today, soonOn: '2026-08-01', limit: 9 }
  await listVisitsOf(db, { ...days, inspectorId: userId })
  const at = { siteId, provinceCode: '91', visitId: null, day: '2026-06-15' }
  await readVisitToFinish(db, at)
}

/** An entry as a device sends it, and all that is read of it. */
async function askDiary(ctx: VerbContext, siteId: string): Promise<void> {
  const { db } = ctx
  const [owner] = await db
    .select({ organisationId: site.organisationId })
    .from(site)
    .where(eq(site.id, siteId))
  const said = { kind: 'plant_protection', occurredOn: '2026-05-01' }
  const [entryId, fingerprint] = ['entered', 'hash~entered']
  await db.insert(diaryEvent).values({
    ...{ ...said, id: entryId, siteId, fingerprint, recordedAt: NOW, summary: 'Phun' },
    ...{ details: {}, photos: [], declaredByRole: 'producer', declaredByName: 'HTX' },
    ...{ entered: { operator: 'Ông Ba' }, allowedOn: '2026-05-15', householdCount: 1 },
  })
  await db.insert(siteHousehold).values({
    ...{ id: 'h', siteId, position: 1, name: 'Hộ', nameFolded: 'ho', createdAt: NOW },
  })
  await db.insert(diaryHousehold).values({
    ...{ diaryEventId: entryId, householdId: 'h', name: 'Hộ', occurredOn: said.occurredOn },
  })
  const sha256 = 'a'.repeat(64)
  const photo = { diaryEventId: entryId, position: 0, sha256, storeKey: 'x' }
  await db.insert(diaryPhoto).values(photo)
  await db.insert(diaryPicture).values({
    ...{ originalSha256: sha256, sha256, mediaType: 'image/jpeg' as const, width: 8, height: 6 },
    ...{ bytes: 1, createdAt: NOW },
  })
  const harvest = { kind: 'harvest', occurredOn: '2026-05-02' }
  await makeDiaryEvent(ctx, {
    ...{ ...harvest, siteId, fingerprint: 'again~1', entered: { crop: 'Xoài' } },
  })
  await readRecordingFacts(db, {
    ...{ ...harvest, id: 'new', siteId, householdIds: ['h'], hash: 'again', photos: [sha256] },
    amendsId: null,
  })
  await readEntryStory(db, entryId)
  const organisationId = owner?.organisationId ?? ''
  await readFieldKitRows(db, { organisationId, kinds: [said.kind] })
}

const KINDS: Readonly<Record<string, string>> = {
  text: 'string',
  number: 'number',
  flag: 'boolean',
}

/** What is wrong with a value of a field; null for nothing. */
function faultOf(field: Field, value: unknown): string | null {
  const mayBeNull = 'decode' in field ? field.nullable : !field.notNull
  if (value === null) return mayBeNull ? null : 'is null'
  if (!('decode' in field) && field.enumValues !== undefined) {
    return field.enumValues.some((each) => each === value) ? null : `is ${String(value)}`
  }
  const type = 'decode' in field ? KINDS[field.kind] : field.dataType
  return type === undefined || type === 'json' || type === typeof value ? null : `is no ${type}`
}

describe('what is read by fields', () => {
  beforeAll(askEverything)

  it('is asked here by every query that does', () => {
    const files = readdirSync(FOLDER).filter((file) => file !== 'rows-of.ts')
    const calls = files.flatMap((file) => {
      const source = readFileSync(new URL(file, FOLDER), 'utf8')
      const count = [...source.matchAll(/(?<!function )rowsOf\(/g)].length
      return count === 0 ? [] : [{ file, count }]
    })
    const missing = calls.filter(({ file, count }) => {
      const places = new Set(asked.filter((each) => each.file === file).map(({ at }) => at))
      return places.size < count
    })
    expect(missing).toEqual([])
    expect(calls.length).toBeGreaterThan(10)
  })

  it('has the names and kinds of its description, null only where it says so', async () => {
    for (const { file, fields, query } of asked) {
      const rows = await query
      expect(rows.length, `${file}: ${Object.keys(fields).join()}`).toBeGreaterThan(0)
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(Object.keys(fields))
        for (const [name, field] of Object.entries(fields)) {
          expect(faultOf(field, row[name]), `${file}: ${name}`).toBeNull()
        }
      }
    }
  })
})
