import { getTableColumns, sql } from 'drizzle-orm'
import {
  batch,
  type batchAllowance,
  batchCode,
  certification,
  code,
  diaryEvent,
  diaryEventKind,
  type diaryPicture,
  diaryVerification,
  organisation,
  product,
  productCategory,
  site,
} from '../schema/index.ts'
import type { BatchLinks } from './batches.ts'
import { KNOWN_HOUSEHOLDS } from './diary-households.ts'
import { json, maybe, number, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'

/** Whoever is behind something, as far as may be told of them. */
const HOLDER = {
  orgName: organisation.name,
  orgKind: organisation.kind,
  nameConsentOn: organisation.nameConsentOn,
}

const { createdAt: _, importId: __, ...BATCH_COLUMNS } = getTableColumns(batch)

/** A batch and the parts of its product and producer that its document shows. */
export const BATCH_SOURCE = {
  ...BATCH_COLUMNS,
  productName: product.name,
  ...pick(product, 'gtin', 'brand'),
  categoryVi: maybe(productCategory.nameVi),
  categoryEn: maybe(productCategory.nameEn),
  categoryZh: maybe(productCategory.nameZh),
  ...pick(product, 'images', 'standards', 'shelfLife', 'storage', 'warnings'),
  ...pick(product, 'netContentValue', 'netContentUnit', 'mark'),
  ...HOLDER,
  ...pick(organisation, 'gln', 'address', 'communeName', 'provinceName', 'hotline'),
  ...pick(organisation, 'suspendedOn', 'demo', 'hotlineHours', 'story', 'people'),
  peopleConsentOn: organisation.peopleConsentOn,
  orgProvinceCode: organisation.provinceCode,
  orgCommuneCode: organisation.communeCode,
  /** First rows of the harvests in the diary that it says it is made of. */
  harvestIds: json<readonly string[]>(sql`(SELECT json_group_array(h.diary_event_id)
    FROM batch_harvest h WHERE h.batch_id = ${batch.id})`),
}

export const BATCH_CODE = {
  codeId: code.id,
  code: code.code,
  slot: batchCode.slot,
  siteId: site.id,
  /** The organisation that holds the site. */
  holderId: site.organisationId,
  siteName: site.name,
  ...pick(site, 'communeName', 'provinceName', 'areaHa', 'provinceCode', 'communeCode'),
  lat: maybe(number(sql`round(${site.lat}, 2)`)),
  lng: maybe(number(sql`round(${site.lng}, 2)`)),
  crops: maybe(
    text(sql`(SELECT group_concat(crop, ', ')
      FROM (SELECT crop FROM site_crop WHERE site_id = ${site.id} ORDER BY crop))`),
  ),
  ...HOLDER,
}

export const DIARY_ENTRY = {
  ...pick(diaryEvent, 'id', 'batchId', 'kind'),
  /** The row of the entry that nothing amends, and how many amendments lie between. */
  headId: text(sql`picked.head_id`),
  age: number(sql`picked.age`),
  ...pick(diaryEvent, 'retracts', 'reason'),
  stage: diaryEventKind.stage,
  ...pick(diaryEvent, 'occurredOn', 'recordedAt', 'summary', 'details', 'photos'),
  ...pick(diaryEvent, 'declaredByRole', 'declaredByName'),
  ...pick(diaryEvent, 'entered', 'householdCount', 'madeAt', 'clockOffsetMs', 'onBehalfOf'),
  /** Null where any may be meant: see there. */
  households: KNOWN_HOUSEHOLDS,
  /** What is shown of its photos, in order; those still being made are not among them. */
  pictures: maybe(
    json<readonly DiaryPicture[]>(sql`(SELECT json_group_array(json_object('sha256', made.sha256,
        'mediaType', made.media_type, 'width', made.width, 'height', made.height,
        'position', photo.position))
      FROM diary_photo photo JOIN diary_picture made ON made.original_sha256 = photo.sha256
      WHERE photo.diary_event_id = ${diaryEvent.id})`),
  ),
  verifiedByRole: maybe(diaryVerification.verifiedByRole),
  verifiedByName: maybe(diaryVerification.verifiedByName),
  verifiedOn: maybe(diaryVerification.verifiedOn),
  ...HOLDER,
}

/** One of the sizes that a photo of an entry is shown in. */
export type DiaryPicture = Pick<
  typeof diaryPicture.$inferSelect,
  'sha256' | 'mediaType' | 'width' | 'height'
> & { readonly position: number }

const VOUCHED = {
  ...pick(certification, 'state', 'issuedBy', 'issuedOn', 'expiresOn', 'revokedOn'),
  ...pick(certification, 'declaredAt', 'decidedAt', 'authority'),
}

export const CERTIFICATE = { ...pick(certification, 'kind', 'number', 'standard'), ...VOUCHED }

export const OCOP = { ...pick(certification, 'number', 'stars'), ...VOUCHED }

export const TEST = {
  ...pick(certification, 'analyte', 'result', 'unit', 'resultLimit', 'sampledOn', 'verdict'),
  ...VOUCHED,
}

/** Who vouches for a certification or test, and when it holds. */
export type VouchedRow = RowOf<typeof VOUCHED>

export type DiaryRow = RowOf<typeof DIARY_ENTRY>
export type AllowanceRow = typeof batchAllowance.$inferSelect

export type BatchSources = {
  /** `version`: what everything read here looked like; see `batchSourcesVersion`. */
  readonly batch: RowOf<typeof BATCH_SOURCE> & { readonly version: string }
  readonly codes: readonly RowOf<typeof BATCH_CODE>[]
  /** Entries with what they said before, each row by itself. */
  readonly diary: readonly DiaryRow[]
  readonly certificates: readonly RowOf<typeof CERTIFICATE>[]
  readonly ocop: readonly RowOf<typeof OCOP>[]
  readonly tests: readonly RowOf<typeof TEST>[]
  readonly inputs: BatchLinks['inputs']
  /** Officers' words on the batch, the latest last. */
  readonly allowances: readonly AllowanceRow[]
}
