import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Database } from '../../db/client.ts'
import type { OrganisationRow } from '../../db/queries/organisations.ts'
import { runBatch } from '../../db/queries/run-batch.ts'
import {
  administrativeUnit,
  code,
  codeMarket,
  codeStatusEvent,
  diaryEvent,
  diaryVerification,
  product,
  site,
} from '../../db/schema/index.ts'
import { codeSearchKey } from '../../worker/domain/codes/code-search-key.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import { neverGiveWay } from '../../worker/lib/steps/give-way.ts'
import { foldVietnamese } from '../../worker/lib/text/fold-vietnamese.ts'
import { ORGANISATION } from '../../worker/resources/organisation.ts'
import { PRODUCT } from '../../worker/resources/product.ts'
import type { BatchInput } from '../../worker/verbs/batches/batch-input.ts'
import { createBatch } from '../../worker/verbs/batches/create-batch.ts'
import { addCertification } from '../../worker/verbs/certifications/save-certification.ts'
import { refreshEntriesFor } from '../../worker/verbs/codes/refresh-register-entries.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { issueLabels } from '../../worker/verbs/labels/issue-labels.ts'
import { PRODUCT_RULES } from '../../worker/verbs/products/product-rules.ts'
import { addRecord, type Texts } from '../../worker/verbs/records/save-record.ts'

/** 2026-06-15 09:00 in Vietnam. */
export const NOW = Date.parse('2026-06-15T02:00:00Z')

let minted = 0

/** A number no other row of this process has. */
export function unique(): number {
  minted += 1
  return minted
}

/** An operator's context with a clock that stands still. Anything may be given instead. */
export function makeContext(db: Database, given: Partial<VerbContext> = {}): VerbContext {
  return {
    db,
    actor: { kind: 'operator', name: 'test' },
    source: 'command',
    now: () => NOW,
    newId: () => nanoid(),
    giveWay: neverGiveWay,
    labelOrigin: 'HTTPS://TEM.EXAMPLE.VN',
    kek: TEST_KEK,
    ...given,
  }
}

export const TEST_KEK = new Uint8Array(randomBytes(32))

/** A GTIN-14 no other product of this process has; a Vietnamese prefix (893) and a right check digit. */
export function makeGtin(): string {
  const data = `0893${String(unique()).padStart(9, '0')}`
  let sum = 0
  for (let i = 0; i < 13; i++) sum += Number(data[i]) * (i % 2 === 0 ? 3 : 1)
  return `${data}${(10 - (sum % 10)) % 10}`
}

export type Unit = readonly [code: string, name: string, province?: string]

/** Provinces, and communes of a province, in force since July 2025. */
export async function makeUnits(db: Database, units: readonly Unit[]): Promise<void> {
  await db.insert(administrativeUnit).values(
    units.map(([code, name, province]) => ({
      code,
      name,
      nameFolded: foldVietnamese(name),
      parentCode: province ?? null,
      level: province === undefined ? ('province' as const) : ('commune' as const),
      validFrom: '2025-07-01',
    })),
  )
}

export async function makeOrganisation(
  ctx: VerbContext,
  given: Partial<Omit<OrganisationRow, 'id' | 'createdAt' | 'story'>> = {},
): Promise<{ id: string; name: string }> {
  const { communeCode = null, provinceCode = null, demo = false, ...fields } = given
  const name = given.name ?? `Hợp tác xã thử ${unique()}`
  const texts = { name, kind: 'cooperative', provinceName: 'An Giang', ...fields } satisfies Texts
  const columns = { communeCode, provinceCode, demo }
  return { ...(await addRecord(ctx, ORGANISATION, { texts, columns })), name }
}

export async function makeProduct(
  ctx: VerbContext,
  given: { organisationId?: string; gtin?: string | null } & Texts = {},
): Promise<{ id: string; organisationId: string; gtin: string }> {
  const organisationId = given.organisationId ?? (await makeOrganisation(ctx)).id
  const gtin = given.gtin ?? makeGtin()
  const texts = { name: `Xoài cát thử ${unique()}`, ...given, organisationId, gtin }
  const { id } = await addRecord(ctx, PRODUCT, { texts, rules: PRODUCT_RULES })
  return { id, organisationId, gtin }
}

type MadeSite = { id: string; organisationId: string }

export async function makeSite(
  ctx: VerbContext,
  given: Partial<typeof site.$inferInsert> = {},
): Promise<MadeSite> {
  const organisationId = given.organisationId ?? (await makeOrganisation(ctx)).id
  const name = given.name ?? `Vùng trồng thử ${unique()}`
  const row = {
    id: ctx.newId(),
    kind: 'growing_area',
    nameFolded: foldVietnamese(name),
    createdAt: ctx.now(),
    ...given,
    name,
    organisationId,
  }
  await ctx.db.insert(site).values(row)
  return { id: row.id, organisationId }
}

export type CodeGiven = {
  readonly slot?: 'growing_area' | 'packing_house'
  readonly siteId?: string
  /** The organisation that holds the code's new site. */
  readonly holderId?: string
  readonly code?: string
  readonly market?: string
  readonly activeFrom?: string
}

export type MadeCode = { id: string; code: string; siteId: string }

/** A code, active in its market (CHN unless given) from 2025-01-01 unless given. */
export async function makeCode(ctx: VerbContext, given: CodeGiven = {}): Promise<MadeCode> {
  const slot = given.slot ?? 'growing_area'
  const { holderId } = given
  const holder = holderId === undefined ? {} : { organisationId: holderId }
  const siteId = given.siteId ?? (await makeSite(ctx, { kind: slot, ...holder })).id
  const prefix = slot === 'growing_area' ? 'VN-AGOR' : 'VN-AGPH'
  const text = given.code ?? `${prefix}-${String(unique()).padStart(4, '0')}`
  const id = ctx.newId()
  const market = given.market ?? 'CHN'
  await ctx.db.insert(code).values({
    id,
    code: text,
    searchKey: codeSearchKey(text),
    siteId,
    scheme: 'vn-sector',
    createdAt: ctx.now(),
  })
  await ctx.db.insert(codeMarket).values({ codeId: id, market, createdAt: ctx.now() })
  await setStatus(ctx, {
    codeId: id,
    market,
    status: 'active',
    effectiveOn: given.activeFrom ?? '2025-01-01',
  })
  return { id, code: text, siteId }
}

/** A decision on a code, recorded now. */
export async function setStatus(
  ctx: VerbContext,
  input: { codeId: string; market: string; status: CodeStatus; effectiveOn: string },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db.insert(codeStatusEvent).values({
    ...input,
    id,
    recordedAt: ctx.now(),
    actor: 'operator:test',
  })
  await runBatch(ctx.db, refreshEntriesFor(ctx.db, { codeIds: [input.codeId] }))
  return id
}

export async function makeDiaryEvent(
  ctx: VerbContext,
  given: Partial<typeof diaryEvent.$inferInsert> & { siteId: string },
): Promise<{ id: string }> {
  const id = ctx.newId()
  await ctx.db.insert(diaryEvent).values({
    id,
    kind: 'fertiliser',
    occurredOn: '2026-05-01',
    recordedAt: ctx.now(),
    summary: `Bón phân ${unique()}`,
    details: {},
    photos: [],
    declaredByRole: 'producer',
    declaredByName: 'Hợp tác xã thử',
    fingerprint: nanoid(),
    ...given,
  })
  return { id }
}

export async function makeVerification(
  ctx: VerbContext,
  given: Partial<typeof diaryVerification.$inferInsert> & { diaryEventId: string },
): Promise<void> {
  await ctx.db.insert(diaryVerification).values({
    id: ctx.newId(),
    verifiedByRole: 'officer',
    verifiedByName: 'Chi cục Trồng trọt và Bảo vệ thực vật An Giang',
    verifiedOn: '2026-06-01',
    recordedAt: ctx.now(),
    ...given,
  })
}

export type MadeBatch = {
  readonly id: string
  readonly ref: string
  readonly productId: string
  readonly organisationId: string
  readonly gtin: string
  readonly area: MadeCode
  readonly house: MadeCode
}

/** A batch ready for labels: packed 2026-06-10 for China and home, under one area and one house. */
export async function makeBatch(
  ctx: VerbContext,
  given: Partial<BatchInput> = {},
): Promise<MadeBatch> {
  const producer =
    given.productId === undefined
      ? await makeProduct(ctx, await holderOf(ctx, given))
      : { id: given.productId, organisationId: await producerOf(ctx, given.productId), gtin: '' }
  // Codes of the batch's own organisation: another one's may not be used without a word of its holder.
  const { organisationId: holderId } = producer
  const area = await makeCode(ctx, { holderId })
  const house = await makeCode(ctx, { slot: 'packing_house', holderId })
  const input: BatchInput = {
    productId: producer.id,
    lot: `L${unique()}`,
    packedOn: '2026-06-10',
    expiresOn: '2026-12-31',
    harvestedOn: ['2026-06-09'],
    quantity: { value: 1000, unit: 'kg' },
    markets: ['VNM', 'CHN'],
    growingAreas: [area.code],
    packingHouse: house.code,
    ...given,
  }
  const made = await createBatch({ ctx, input })
  const { organisationId, gtin } = producer
  return { ...made, productId: producer.id, organisationId, gtin, area, house }
}

/** The holder of the codes a batch is given: whoever packs under them, unless a product says otherwise. */
async function holderOf(
  ctx: VerbContext,
  { growingAreas, packingHouse }: Partial<BatchInput>,
): Promise<{ organisationId?: string }> {
  const text = growingAreas?.[0] ?? packingHouse
  if (text == null) return {}
  const [row] = await ctx.db
    .select({ organisationId: site.organisationId })
    .from(code)
    .innerJoin(site, eq(site.id, code.siteId))
    .where(eq(code.code, text))
  return row ?? {}
}

async function producerOf(ctx: VerbContext, productId: string): Promise<string> {
  const [row] = await ctx.db.select().from(product).where(eq(product.id, productId))
  if (row === undefined) throw new Error(`no product ${productId}`)
  return row.organisationId
}

/** A batch with one run of labels. */
export async function makeRun(
  ctx: VerbContext,
  given: Partial<Parameters<typeof issueLabels>[0]['input']> & { batch?: Partial<BatchInput> } = {},
) {
  const { batch: batchGiven, ...asked } = given
  const batch = await makeBatch(ctx, batchGiven)
  const issued = await issueLabels({
    ctx,
    input: { ref: batch.ref, ...(asked.wholeBatch ? {} : { count: 10 }), ...asked },
  })
  return { batch, ...issued }
}

/** A certification of an organisation, put down by whoever acts; a VietGAP one unless given. */
export async function makeCertification(
  ctx: VerbContext,
  given: Partial<Parameters<typeof addCertification>[0]['input']> & {
    readonly texts: { readonly organisationId: string } & Record<string, string | null>
  },
): Promise<{ id: string }> {
  const { kind = 'vietgap', texts, ...rest } = given
  const number = `CN-${unique()}`
  const usual = kind === 'lab_test' ? {} : { ...USUAL_CERTIFICATE, number }
  return addCertification({ ctx, input: { ...rest, kind, texts: { ...usual, ...texts } } })
}

const USUAL_CERTIFICATE = {
  standard: 'TCVN 11892-1:2017',
  issuedBy: 'Tổ chức chứng nhận thử nghiệm',
  issuedOn: '2025-01-01',
  expiresOn: '2027-01-01',
}
