import { nanoid } from 'nanoid'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { codeMarket, codeStatusEvent } from '../../../db/schema/index.ts'
import type { CodeStatus, StatusEvent } from '../../../worker/domain/standing/types.ts'
import { issueCertificate } from '../../../worker/verbs/certificates/issue-certificate.ts'
import { refreshEntriesFor } from '../../../worker/verbs/codes/refresh-register-entries.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { makeCode, makeProduct, makeSite, NOW } from '../factories.ts'
import { MARKETS } from './random-standing.ts'
import type { Seeded } from './seeded.ts'

/** Days around that of the factories (2026-06-15), on which it is sealed. */
export const REGISTER_DAYS = '12 13 14 15 16 17 18'.split(' ').map((day) => `2026-06-${day}`)

export type RandomCode = {
  readonly id: string
  readonly code: string
  readonly kind: 'growing_area' | 'packing_house'
  readonly siteId: string
  /** `/{SIG}/C/{CODE}` of a certificate issued before anything was decided. */
  readonly certificatePath: string
}

export type RandomHolder = {
  readonly organisationId: string
  readonly productId: string
  readonly gtin: string
  /** Two codes of one growing area, one of another, one of a packing house. */
  readonly codes: readonly RandomCode[]
}

/** A holder whose codes are active in every market since long ago, so that batches can be sealed. */
export async function randomHolder(ctx: VerbContext): Promise<RandomHolder> {
  const product = await makeProduct(ctx)
  const { organisationId } = product
  const [one, other] = [
    await makeSite(ctx, { organisationId }),
    await makeSite(ctx, { organisationId }),
  ]
  const house = await makeSite(ctx, { organisationId, kind: 'packing_house' })
  const codes: RandomCode[] = []
  for (const site of [one, one, other, house]) {
    const kind = site === house ? 'packing_house' : 'growing_area'
    const { id, code, siteId } = await makeCode(ctx, { slot: kind, siteId: site.id })
    const others = MARKETS.filter((market) => market !== 'CHN')
    const markets = others.map((market) => ({ codeId: id, market, createdAt: NOW }))
    await ctx.db.insert(codeMarket).values(markets)
    await storeEvents(ctx, id, others.map(activeLongAgo))
    const { url } = await issueCertificate({ ctx, input: { code } })
    const certificatePath = url.slice(ctx.labelOrigin.length)
    codes.push({ id, code, kind, siteId, certificatePath })
  }
  return { organisationId, productId: product.id, gtin: product.gtin, codes }
}

type Stored = Pick<
  StatusEvent,
  'id' | 'market' | 'status' | 'effectiveOn' | 'recordedAt' | 'amends'
>

const activeLongAgo = (market: string): Stored => ({
  id: nanoid(),
  market,
  status: 'active',
  effectiveOn: '2025-01-01',
  recordedAt: NOW - 5 * DAY_MS,
  amends: null,
})

const DAY_MS = 86_400_000

/**
 * Decisions on a code after those it has, as officers may record them: corrections of what stands,
 * corrections of corrections, and rows that take one back with whatever it amended. With
 * `keepGrants` the first decision of a market is never moved to a later day.
 */
export async function decideAtRandom(
  ctx: VerbContext,
  random: Seeded,
  given: { codeId: string; known: readonly StatusEvent[]; keepGrants: boolean },
): Promise<void> {
  const { pick, chance, below } = random
  const markets = MARKETS.filter(() => chance(0.5))
  const all: Stored[] = [...given.known]
  // Some grants are taken back, and nothing else is ever decided in their market.
  const made: Stored[] = given.known
    .filter(({ market }) => !markets.includes(market) && chance(0.1))
    .map((grant) => ({ ...grant, id: `none-${grant.id}`, status: 'none', amends: grant.id }))
  const count = markets.length === 0 ? 0 : below(14)
  for (let at = 0; at < count; at++) {
    const market = pick(markets)
    const unamended = all.filter(
      (e) => e.market === market && !all.some((other) => other.amends === e.id),
    )
    const amended = unamended.length > 0 && chance(0.45) ? pick(unamended) : null
    const isGrant = amended !== null && amended.effectiveOn < '2026'
    const keeps = given.keepGrants && isGrant
    const status = statusOf(random, { amends: amended !== null && !keeps })
    const event = {
      id: `${pick(['a', 'm', 'z'])}${given.codeId}-${at}`,
      ...{ market, status },
      effectiveOn: keeps ? amended.effectiveOn : pick(REGISTER_DAYS),
      // Few instants, so that the day's ties are told apart by id too.
      recordedAt: NOW - below(3) * DAY_MS,
      amends: amended?.id ?? null,
    }
    all.push(event)
    made.push(event)
  }
  await storeEvents(ctx, given.codeId, made)
}

function statusOf({ pick, chance }: Seeded, { amends }: { amends: boolean }): CodeStatus {
  if (amends && chance(0.35)) return 'none'
  if (chance(0.35)) return 'active'
  return pick(['suspended', 'revoked', 'cancelled', 'expired', 'pending_foreign_approval'])
}

async function storeEvents(ctx: VerbContext, codeId: string, events: readonly Stored[]) {
  if (events.length === 0) return
  await ctx.db
    .insert(codeStatusEvent)
    .values(
      events.map(({ amends, ...event }) => ({ ...event, codeId, amendsId: amends, actor: 'test' })),
    )
  await runBatch(ctx.db, refreshEntriesFor(ctx.db, { codeIds: [codeId] }))
}
