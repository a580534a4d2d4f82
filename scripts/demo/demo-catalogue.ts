import { sql } from 'drizzle-orm'
import { ORGANISATION } from '../../worker/resources/organisation.ts'
import { PRODUCT } from '../../worker/resources/product.ts'
import { addCertification } from '../../worker/verbs/certifications/save-certification.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { type DemoContext, demoOrganisationId, exists } from './demo-context.ts'
import { DEMO_ORGANISATIONS, type DemoOrganisation } from './demo-organisations.ts'
import {
  DEMO_AUTHORITY,
  DEMO_CERTIFICATES,
  DEMO_PRODUCTS,
  type DemoProduct,
} from './demo-products.ts'

/** The day the demo organisations were put on record, as an offset: their rows tell the day of the data. */
export const FOUNDED = -412
const PICTURE = { width: 480, height: 320 } as const

/** Organisations, their certificates and products; what is there already is left. */
export async function makeCatalogue(demo: DemoContext): Promise<void> {
  for (const organisation of DEMO_ORGANISATIONS) await makeOrganisation(demo, organisation)
  for (const product of DEMO_PRODUCTS) await makeProduct(demo, product)
  for (const given of DEMO_CERTIFICATES) await makeCertificate(demo, given)
}

/** Certificates that the officers confirmed, and one that its producer has declared and that waits. */
async function makeCertificate(
  demo: DemoContext,
  given: (typeof DEMO_CERTIFICATES)[number],
): Promise<void> {
  const { producer, from, to, kind, declared, number, standard, issuedBy } = given
  if (await exists(demo.db, sql`SELECT 1 FROM certification WHERE number = ${number}`)) return
  const texts = {
    organisationId: await demoOrganisationId(demo.db, producer),
    number,
    standard,
    issuedBy,
    issuedOn: demo.calendar.on(from),
    expiresOn: demo.calendar.on(to),
  }
  await addCertification({
    ctx: demo.then(declared ?? Math.max(from, FOUNDED), 10),
    input: { kind, texts, authority: DEMO_AUTHORITY, forHolder: declared !== null },
  })
}

async function makeOrganisation(demo: DemoContext, organisation: DemoOrganisation): Promise<void> {
  const { name, communeName, provinceName } = organisation
  if (await exists(demo.db, sql`SELECT 1 FROM organisation WHERE demo = 1 AND name = ${name}`))
    return
  const place = await demo.db.get<{ communeCode: string; provinceCode: string } | undefined>(sql`
    SELECT c.code AS communeCode, p.code AS provinceCode
    FROM administrative_unit p JOIN administrative_unit c ON c.parent_code = p.code
    WHERE p.level = 'province' AND p.name LIKE ${`%${provinceName}`} AND p.valid_to IS NULL
      AND c.level = 'commune' AND c.name = ${communeName} AND c.valid_to IS NULL`)
  if (place === undefined) throw new Error(`no commune ${communeName} in ${provinceName}`)
  await addRecord(demo.then(FOUNDED), ORGANISATION, {
    texts: organisation,
    columns: { ...place, demo: true },
  })
}

async function makeProduct(demo: DemoContext, product: DemoProduct): Promise<void> {
  const { producer, picture, ocop, name, ...fields } = product
  const { db, calendar } = demo
  const organisationId = await demoOrganisationId(db, producer)
  const isKnown = sql`SELECT 1 FROM product WHERE organisation_id = ${organisationId} AND name = ${name}`
  if (!(await exists(db, isKnown))) {
    const alt = `${name} (hình vẽ minh họa)`
    const images = [{ url: `/images/demo/${picture}.svg`, alt, ...PICTURE }]
    const standards = [...fields.standards]
    const warnings = [...fields.warnings]
    const texts = { ...fields, name, organisationId, images, standards, warnings }
    await addRecord(demo.then(FOUNDED, 9), PRODUCT, { texts })
  }
  if (ocop === null) return
  const { certificateNo, stars, from, to } = ocop
  if (await exists(db, sql`SELECT 1 FROM certification WHERE number = ${certificateNo}`)) return
  const row = await db.get<{ id: string }>(
    sql`SELECT id FROM product WHERE organisation_id = ${organisationId} AND name = ${name}`,
  )
  const texts = {
    organisationId,
    productId: row.id,
    number: certificateNo,
    stars: String(stars),
    issuedBy: 'Hội đồng OCOP Minh Họa',
    issuedOn: calendar.on(from),
    expiresOn: calendar.on(to),
    level: 'province',
  }
  await addCertification({
    ctx: demo.then(Math.max(from, FOUNDED), 11),
    input: { kind: 'ocop', texts, authority: DEMO_AUTHORITY },
  })
}
