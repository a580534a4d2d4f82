import { listHouseholdNames, readCertificateFacts } from '../../../db/queries/certificates.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { findPublicCodes } from '../../../db/queries/public-codes.ts'
import { fillAll } from '../../copy/fill.ts'
import { CERTIFICATE_REFUSALS } from '../../copy/refusals/certificates.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import type { PublicCode } from '../../domain/codes/public-code.ts'
import { decidingEvent, marketsOf } from '../../domain/standing/status-on.ts'
import type { StatusEvent } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { publicCodeView } from '../codes/public-code-view.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { toCertificateFacts } from './certificate-facts.ts'
import { loadCertifiedCode } from './load-certified-code.ts'

export type HouseholdNoticeFacts = {
  readonly entry: PublicCode
  /** Markets with a decision in force, to tell of. */
  readonly markets: readonly string[]
  /** The decision to tell of; null when there is none yet. */
  readonly decision: StatusEvent | null
  /** True when the code was stopped in that market before and is active again. */
  readonly restored: boolean
  /** Whom to ask: the body of whoever prints it, with its telephone number where it has one. */
  readonly body: { readonly name: string; readonly hotline: string | null } | null
  /** The households to sign, for officers of the place only; null for others or when not asked for. */
  readonly households: readonly { readonly name: string; readonly plot: string | null }[] | null
  readonly mayListHouseholds: boolean
  readonly printedAt: number
}

/** More do not fit a few sheets; the list of the place itself holds them all. */
export const MAX_SIGNATURES = 300

/**
 * What the households of a growing area are told of a decision on their code. Throws `conflict` for
 * a code of a packing house, which has none.
 */
export async function householdNotice({
  ctx,
  input,
}: Call<{
  readonly code: string
  readonly market: string | null
  readonly withList: 'yes' | 'no'
}>): Promise<HouseholdNoticeFacts> {
  const certified = await loadCertifiedCode(ctx, input.code)
  const { code, siteId } = certified
  const [factsRow, rows] = await Promise.all([
    readCertificateFacts(ctx.db, code),
    findPublicCodes(ctx.db, { code, searchKey: codeSearchKey(code) }),
  ])
  const row = rows.find((found) => found.code === code)
  if (factsRow === null || row === undefined) throw notFound(fillAll(THINGS.code, { code }))
  if (factsRow.slot === 'packing_house') throw conflict(CERTIFICATE_REFUSALS.noHouseholds)
  const printedAt = ctx.now()
  const today = vietnamDateOf(printedAt)
  const { events } = toCertificateFacts(factsRow)
  const markets = marketsOf(events).filter((m) => decidingEvent(events, m, today) !== null)
  const market = markets.find((m) => m === input.market) ?? markets[0] ?? null
  const decision = market === null ? null : decidingEvent(events, market, today)
  const mayListHouseholds = mayDo(ctx.actor, 'codes.decide', targetOf(certified))
  const wanted = input.withList === 'yes' && mayListHouseholds
  return {
    entry: publicCodeView(row, today),
    markets,
    decision,
    restored: decision !== null && isRestored(events, decision),
    body: await bodyOf(ctx),
    households: wanted
      ? await listHouseholdNames(ctx.db, { siteId, limit: MAX_SIGNATURES + 1 })
      : null,
    mayListHouseholds,
    printedAt,
  }
}

function isRestored(events: readonly StatusEvent[], decision: StatusEvent): boolean {
  if (decision.status !== 'active') return false
  // What the decision corrected never counted.
  const others = events.filter(({ id }) => id !== decision.id && id !== decision.amends)
  const before = decidingEvent(others, decision.market, decision.effectiveOn)
  return (
    before !== null && before.status !== 'active' && before.status !== 'pending_foreign_approval'
  )
}

async function bodyOf(ctx: VerbContext): Promise<HouseholdNoticeFacts['body']> {
  if (ctx.actor.kind !== 'user') return null
  const body = await readOrganisation(ctx.db, ctx.actor.organisationId)
  return body === null || body.kind !== 'state' ? null : { name: body.name, hotline: body.hotline }
}
