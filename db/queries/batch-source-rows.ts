/** A batch and the parts of its product and producer that its document shows; JSON columns as text. */
export type BatchSourceRow = {
  readonly id: string
  readonly ref: string
  readonly lot: string
  readonly organisationId: string
  readonly productId: string
  readonly packedOn: string | null
  readonly expiresOn: string | null
  readonly harvestedOn: string
  readonly seasonFrom: string | null
  readonly quantityValue: number
  readonly quantityUnit: string
  readonly markets: string
  readonly sealedAt: number | null
  readonly codeUseCheckedAt: number | null
  readonly annulledAt: number | null
  readonly productName: string
  readonly gtin: string | null
  readonly brand: string | null
  readonly categoryVi: string | null
  readonly images: string
  readonly standards: string
  readonly shelfLife: string | null
  readonly storage: string | null
  readonly warnings: string
  readonly orgName: string
  readonly orgKind: string
  readonly nameConsentOn: string | null
  readonly gln: string | null
  readonly address: string | null
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly hotline: string | null
  readonly suspendedOn: string | null
  readonly demo: number
  /** What everything read here looked like; see `batchSourcesVersion`. */
  readonly version: string
}

export type BatchCodeRow = {
  readonly codeId: string
  readonly code: string
  readonly slot: 'growing_area' | 'packing_house'
  readonly siteId: string
  readonly siteName: string
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly areaHa: number | null
  readonly crops: string | null
  /** The organisation that holds the site. */
  readonly holderId: string
  readonly orgName: string
  readonly orgKind: string
  readonly nameConsentOn: string | null
}

export type DiaryRow = {
  readonly id: string
  readonly batchId: string | null
  readonly kind: string
  readonly stage: string
  readonly occurredOn: string
  readonly recordedAt: number
  readonly summary: string
  readonly details: string
  readonly photos: string
  readonly declaredByRole: string
  readonly declaredByName: string
  readonly verifiedByRole: string | null
  readonly verifiedByName: string | null
  readonly verifiedOn: string | null
  readonly orgName: string
  readonly orgKind: string
  readonly nameConsentOn: string | null
}

export type CertificateRow = {
  readonly kind: string
  readonly number: string
  readonly standard: string | null
  readonly issuedBy: string | null
  readonly issuedOn: string | null
  readonly expiresOn: string | null
}

export type OcopRow = {
  readonly stars: number
  readonly certificateNo: string
  readonly issuedOn: string
  readonly expiresOn: string
  readonly revokedOn: string | null
}

export type TestRow = {
  readonly analyte: string
  readonly result: string
  readonly resultLimit: string | null
  readonly laboratory: string | null
  readonly sampledOn: string | null
  readonly passed: number | null
}

/** Officers' words on a batch, the latest last. */
export type AllowanceRow = {
  readonly kind: 'code_use' | 'interval'
  readonly codeId: string | null
  readonly recordedAt: number
  readonly authority: string
  readonly reason: string
}

export type InputRow = { readonly ref: string; readonly quantityKg: number }

export type BatchSources = {
  readonly batch: BatchSourceRow
  readonly codes: readonly BatchCodeRow[]
  readonly diary: readonly DiaryRow[]
  readonly certificates: readonly CertificateRow[]
  readonly ocop: readonly OcopRow[]
  readonly tests: readonly TestRow[]
  readonly inputs: readonly InputRow[]
  readonly allowances: readonly AllowanceRow[]
}
