import { getTableColumns, sql } from 'drizzle-orm'
import {
  batch,
  type batchAllowance,
  batchCode,
  certificate,
  code,
  diaryEvent,
  diaryEventKind,
  diaryVerification,
  labTest,
  ocopCertificate,
  organisation,
  product,
  productCategory,
  site,
} from '../schema/index.ts'
import type { BatchLinks } from './batches.ts'
import { maybe, type RowOf, text } from './fields.ts'

/** Whoever is behind something, as far as may be told of them. */
const HOLDER = {
  orgName: organisation.name,
  orgKind: organisation.kind,
  nameConsentOn: organisation.nameConsentOn,
}

const { createdAt: _, ...BATCH_COLUMNS } = getTableColumns(batch)

/** A batch and the parts of its product and producer that its document shows. */
export const BATCH_SOURCE = {
  ...BATCH_COLUMNS,
  productName: product.name,
  gtin: product.gtin,
  brand: product.brand,
  categoryVi: maybe(productCategory.nameVi),
  images: product.images,
  standards: product.standards,
  shelfLife: product.shelfLife,
  storage: product.storage,
  warnings: product.warnings,
  ...HOLDER,
  gln: organisation.gln,
  address: organisation.address,
  communeName: organisation.communeName,
  provinceName: organisation.provinceName,
  hotline: organisation.hotline,
  suspendedOn: organisation.suspendedOn,
  demo: organisation.demo,
}

export const BATCH_CODE = {
  codeId: code.id,
  code: code.code,
  slot: batchCode.slot,
  siteId: site.id,
  /** The organisation that holds the site. */
  holderId: site.organisationId,
  siteName: site.name,
  communeName: site.communeName,
  provinceName: site.provinceName,
  areaHa: site.areaHa,
  crops: maybe(
    text(sql`(SELECT group_concat(crop, ', ')
      FROM (SELECT crop FROM site_crop WHERE site_id = ${site.id} ORDER BY crop))`),
  ),
  ...HOLDER,
}

export const DIARY_ENTRY = {
  id: diaryEvent.id,
  batchId: diaryEvent.batchId,
  kind: diaryEvent.kind,
  stage: diaryEventKind.stage,
  occurredOn: diaryEvent.occurredOn,
  recordedAt: diaryEvent.recordedAt,
  summary: diaryEvent.summary,
  details: diaryEvent.details,
  photos: diaryEvent.photos,
  declaredByRole: diaryEvent.declaredByRole,
  declaredByName: diaryEvent.declaredByName,
  verifiedByRole: maybe(diaryVerification.verifiedByRole),
  verifiedByName: maybe(diaryVerification.verifiedByName),
  verifiedOn: maybe(diaryVerification.verifiedOn),
  ...HOLDER,
}

export const CERTIFICATE = {
  kind: certificate.kind,
  number: certificate.number,
  standard: certificate.standard,
  issuedBy: certificate.issuedBy,
  issuedOn: certificate.issuedOn,
  expiresOn: certificate.expiresOn,
}

export const OCOP = {
  stars: ocopCertificate.stars,
  certificateNo: ocopCertificate.certificateNo,
  issuedOn: ocopCertificate.issuedOn,
  expiresOn: ocopCertificate.expiresOn,
  revokedOn: ocopCertificate.revokedOn,
}

export const TEST = {
  analyte: labTest.analyte,
  result: labTest.result,
  resultLimit: labTest.resultLimit,
  laboratory: labTest.laboratory,
  sampledOn: labTest.sampledOn,
  passed: labTest.passed,
}

export type DiaryRow = RowOf<typeof DIARY_ENTRY>
export type AllowanceRow = typeof batchAllowance.$inferSelect

export type BatchSources = {
  /** `version`: what everything read here looked like; see `batchSourcesVersion`. */
  readonly batch: RowOf<typeof BATCH_SOURCE> & { readonly version: string }
  readonly codes: readonly RowOf<typeof BATCH_CODE>[]
  readonly diary: readonly DiaryRow[]
  readonly certificates: readonly RowOf<typeof CERTIFICATE>[]
  readonly ocop: readonly RowOf<typeof OCOP>[]
  readonly tests: readonly RowOf<typeof TEST>[]
  readonly inputs: BatchLinks['inputs']
  /** Officers' words on the batch, the latest last. */
  readonly allowances: readonly AllowanceRow[]
}
