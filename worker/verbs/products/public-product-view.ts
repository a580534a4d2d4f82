import { MOST_COUNTED, type PublicProductRow } from '../../../db/queries/public-products.ts'
import { imageFor } from '../../domain/products/product-images.ts'
import type {
  PublicOcop,
  PublicProducer,
  PublicProduct,
} from '../../domain/products/public-product.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { certificatesOf, ocopOf } from '../batches/certified-facts.ts'
import { mayBeNamed } from '../batches/public-names.ts'

/** A product as everybody may know it on a day. */
export function publicProductView(row: PublicProductRow, today: string): PublicProduct {
  const { netContentValue: value, netContentUnit: unit, sealed } = row
  return {
    ...{ id: row.id, name: row.name, brand: row.brand, gtin: row.gtin },
    category: categoryOf(row),
    netContent: value === null || unit === null ? null : { value, unit },
    images: row.images.map((image) => imageFor(image, 'page')),
    ...{ description: row.description, story: row.story },
    ...{ storage: row.storage, shelfLife: row.shelfLife },
    ...{ warnings: row.warnings, standards: row.standards },
    mark: row.mark === null ? null : { name: row.mark, registrationNo: row.markNo },
    ocop: ocopToday(row, today),
    certificates: certificatesOf(
      { batch: row, certificates: row.certificates.filter((each) => holdsOn(each, today)) },
      today,
    ),
    producer: publicProducer({ ...row, id: row.organisationId }, today),
    batches: {
      count: Math.min(sealed, MOST_COUNTED),
      more: sealed > MOST_COUNTED,
      newestPackedOn: row.newestPackedOn,
    },
    archivedOn: row.archivedAt === null ? null : vietnamDateOf(row.archivedAt),
  }
}

/** Whoever may not be named is a kind and a commune, no more: an address would name them. */
export function publicProducer(
  row: Pick<
    PublicProductRow,
    | 'orgName'
    | 'orgKind'
    | 'nameConsentOn'
    | 'address'
    | 'communeName'
    | 'provinceName'
    | 'suspendedOn'
  > & { readonly id: string },
  today: string,
): PublicProducer {
  const isNamed = mayBeNamed(row)
  const { suspendedOn } = row
  return {
    id: isNamed ? row.id : null,
    name: isNamed ? row.orgName : null,
    kind: row.orgKind,
    address: isNamed ? row.address : null,
    commune: row.communeName,
    province: row.provinceName,
    suspendedOn: suspendedOn !== null && suspendedOn <= today ? suspendedOn : null,
  }
}

function categoryOf({ categoryVi: vi, categoryEn: en, categoryZh: zh }: PublicProductRow) {
  return vi === null || en === null || zh === null ? null : { vi, en, zh }
}

function holdsOn(
  { issuedOn, expiresOn, revokedOn }: PublicProductRow['certificates'][number],
  day: string,
): boolean {
  const hasBegun = issuedOn === null || issuedOn <= day
  const hasEnded = expiresOn !== null && expiresOn < day
  return hasBegun && !hasEnded && (revokedOn === null || day < revokedOn)
}

/** The rating that holds today (Decision 148/QĐ-TTg of 2023: 36 months, unless it is taken back). */
function ocopToday(row: PublicProductRow, today: string): PublicOcop | null {
  const held = ocopOf({ batch: row, ocop: row.ocop }, today)
  if (held === null || !held.validWhenPacked) return null
  const { stars, certificateNo, expiresOn } = held
  return { stars, certificateNo, expiresOn }
}
