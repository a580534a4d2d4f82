import { sql } from 'drizzle-orm'
import type { Row } from '../../db/queries/records.ts'
import { certification } from '../../db/schema/index.ts'
import { FIELD_FAULTS as F } from '../copy/field-faults.ts'
import {
  OCOP_GROUP_NAMES,
  OCOP_LEVEL_NAMES,
  STAR_NAMES,
  VERDICT_NAMES,
  CERTIFICATION_COPY as W,
} from '../copy/portal/certification.ts'
import type { Target } from '../domain/access/permissions.ts'
import { CERTIFICATION_KINDS, type CertificationKind } from '../domain/certifications/kinds.ts'
import { ANALYSIS } from './analysis-fields.ts'
import type { Field } from './field.ts'
import { choice, day, line, optionalChoice, optionalDay, optionalLine, simple } from './fields.ts'
import { fault, readText } from './read-text.ts'
import type { Resource, Touched } from './resource.ts'

export type CertificationRow = typeof certification.$inferSelect

/** Each holds what its column does, or leaves out the null where its kind must say it. */
type FieldsOfKind = {
  readonly [K in keyof CertificationRow]?:
    | Field<CertificationRow[K]>
    | Field<NonNullable<CertificationRow[K]>>
}

/** What it is about is settled when it is put down: another scope is another certification. */
const settled = { fixed: true } as const
const organisationId = line({ label: W.organisation, max: 60, code: true, ...settled })
const ofSomeProduct = optionalLine({ label: W.product, hint: W.productHint, max: 60, ...settled })
const ofSomeSite = optionalLine({ label: W.site, hint: W.siteHint, max: 60, ...settled })

const number = line({ label: W.number, max: 100, code: true })
const issuedBy = line({ label: W.issuedBy, max: 200 })
const days = {
  issuedOn: day({ label: W.issuedOn, row: 'days' }),
  expiresOn: day({ label: W.expiresOn, row: 'days' }),
}
const anyStandard = optionalLine({ label: W.standard, max: 100 })
const editionOf = (hint: typeof W.editionHint | typeof W.globalgapHint) =>
  line({ label: W.edition, hint, max: 100 })

/** The kinds of certification, each by what is asked of it: a new kind is a line here and its name. */
const FIELDS_OF_KINDS: Readonly<Record<CertificationKind, FieldsOfKind>> = {
  ocop: {
    organisationId,
    productId: line({ label: W.product, max: 60, ...settled }),
    number,
    stars: starsField(),
    issuedBy,
    issuedOn: days.issuedOn,
    expiresOn: optionalDay({ label: W.expiresOn, hint: W.ocopExpiresHint, row: 'days' }),
    decisionNo: optionalLine({ label: W.decisionNo, max: 100, row: 'decision' }),
    level: optionalChoice({ label: W.level, choices: OCOP_LEVEL_NAMES, row: 'decision' }),
    ocopGroup: optionalChoice({ label: W.ocopGroup, choices: OCOP_GROUP_NAMES }),
  },
  vietgap: standardCertificate({ standard: editionOf(W.editionHint) }),
  globalgap: standardCertificate({ standard: editionOf(W.globalgapHint) }),
  organic: standardCertificate({ standard: editionOf(W.editionHint) }),
  food_safety: { organisationId, siteId: ofSomeSite, number, issuedBy, ...days },
  haccp: standardCertificate({ standard: anyStandard }),
  iso22000: standardCertificate({ standard: anyStandard }),
  other: standardCertificate({ standard: line({ label: W.name, max: 100 }) }),
  lab_test: {
    organisationId,
    batchId: line({ label: W.batch, max: 60, ...settled }),
    analyte: ANALYSIS.analyte,
    result: ANALYSIS.result,
    unit: ANALYSIS.unit,
    resultLimit: optionalLine({ label: W.resultLimit, max: 100, row: 'judged' }),
    verdict: optionalChoice({ label: W.verdict, choices: VERDICT_NAMES, row: 'judged' }),
    issuedBy: ANALYSIS.laboratory,
    sampledOn: optionalDay({ label: W.sampledOn, row: 'sample' }),
    sampleId: optionalLine({ label: W.sampleId, max: 60, code: true, row: 'sample' }),
    number: ANALYSIS.reportNo,
  },
}

/** Every field of any kind, by the first kind that asks it. */
const ALL_FIELDS: FieldsOfKind = Object.assign(
  {},
  ...[...CERTIFICATION_KINDS].reverse().map((kind) => FIELDS_OF_KINDS[kind]),
)

/** Columns that a change of one settles beside its fields: see `verbs/certifications`. */
export type Settle = (values: Pick<CertificationRow, 'expiresOn'>) => Partial<CertificationRow>

/** Certifications of a kind, as those of one holder are put down and changed. */
export function certificationOf(
  kind: CertificationKind,
  given: { readonly target: Target; readonly settle: Settle },
): Resource & { readonly fields: FieldsOfKind } {
  const { target, settle } = given
  return {
    ...CERTIFICATION,
    fields: FIELDS_OF_KINDS[kind],
    target: () => target,
    // Every kind that can run out asks for that day.
    derive: (values) => ({
      ...settle(values as Pick<CertificationRow, 'expiresOn'>),
      version: sql`version + 1`,
    }),
    initial: (now) => ({ createdAt: now }),
    touches: touchedBy,
    check: ({ issuedOn, expiresOn }) =>
      typeof issuedOn === 'string' && typeof expiresOn === 'string' && expiresOn < issuedOn
        ? [{ path: 'expiresOn', text: W.endsBeforeStart }]
        : [],
  }
}

/** What any of them has in common. */
export const CERTIFICATION = {
  actions: { add: 'certification.add', edit: 'certification.edit' },
  entity: 'certification',
  noun: W.noun,
  table: certification,
  may: { read: 'batches.read', write: 'certificates.declare' },
  fields: ALL_FIELDS,
} as const

/** The fields of a kind, for pages. */
export function fieldsOfKind(kind: CertificationKind): { readonly fields: FieldsOfKind } {
  return { fields: FIELDS_OF_KINDS[kind] }
}

/** Whose documents of batches tell it; a new one leaves out what its kind does not ask. */
export function touchedBy(row: Row): Touched {
  const { batchId, productId, siteId, organisationId: holder } = row
  if (typeof batchId === 'string') return { batchIds: [batchId] }
  if (typeof productId === 'string') return { productIds: [productId] }
  return typeof siteId === 'string' ? { siteIds: [siteId] } : { organisationIds: [String(holder)] }
}

function standardCertificate({ standard }: Pick<FieldsOfKind, 'standard'>): FieldsOfKind {
  return {
    organisationId,
    productId: ofSomeProduct,
    siteId: ofSomeSite,
    number,
    ...(standard === undefined ? {} : { standard }),
    issuedBy,
    ...days,
  }
}

/** Certificates are given from three stars (Decision 148/QĐ-TTg of 2023). */
function starsField(): Field<number> {
  const isStars = (text: string): text is `${keyof typeof STAR_NAMES}` =>
    Object.hasOwn(STAR_NAMES, text)
  const asked = choice({ label: W.stars, choices: STAR_NAMES })
  return simple<number>(
    { label: W.stars },
    {
      schema: readText({
        max: 10,
        read: (text) => (isStars(text) ? Number(text) : fault(F.notAChoice)),
        blank: null,
      }),
      input: { type: 'select', required: true, choices: STAR_NAMES },
      text: String,
      show: (value, lang) => asked.show(String(value) as `${keyof typeof STAR_NAMES}`, lang),
    },
  )
}
