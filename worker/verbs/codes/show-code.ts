import { type CodeDetail, readCodeDetail } from '../../../db/queries/code-detail.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { decidingEvent } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { findRegisterCode } from './find-register-code.ts'
import { targetOf } from './target-of.ts'

export type ShownCode = CodeDetail & {
  /** Its markets with their status today, and the last decision recorded in each. */
  readonly today: readonly MarketToday[]
  readonly may: {
    readonly decide: boolean
    readonly grant: boolean
    readonly certify: boolean
    readonly audit: boolean
  }
}

export type MarketToday = {
  readonly market: string
  readonly status: CodeStatus
  readonly since: string | null
  readonly validTo: string | null
  readonly externalId: string | null
  readonly lastEventId: string | null
}

/**
 * A code as those who answer for it see it: with who recorded what. A code outside what the actor
 * may read is not found.
 */
export async function showCode(ctx: VerbContext, typed: string): Promise<ShownCode> {
  requireAny(ctx, 'codes.read')
  const { code } = await findRegisterCode(ctx.db, typed)
  const detail = await readCodeDetail(ctx.db, code.id)
  const target = detail === null ? null : targetOf(detail.code)
  if (detail === null || !mayDo(ctx.actor, 'codes.read', target)) {
    throw notFound(THINGS.codeTyped, { typed })
  }
  const mayDecide = mayDo(ctx.actor, 'codes.decide', target)
  return {
    ...detail,
    today: marketsToday(detail, vietnamDateOf(ctx.now())),
    may: {
      decide: mayDecide,
      grant: mayDo(ctx.actor, 'codes.grant', target),
      certify: mayDo(ctx.actor, 'codes.certificate', target),
      audit: mayDo(ctx.actor, 'audit.read', target),
    },
  }
}

function marketsToday(detail: CodeDetail, today: string): MarketToday[] {
  const events = detail.counted
  const terms = new Map(detail.markets.map((term) => [term.market, term]))
  const markets = [...new Set([...terms.keys(), ...events.map(({ market }) => market)])].sort()
  return markets.map((market) => {
    const event = decidingEvent(events, market, today)
    return {
      market,
      status: event?.status ?? 'none',
      since: event?.effectiveOn ?? null,
      validTo: terms.get(market)?.validTo ?? null,
      externalId: terms.get(market)?.externalId ?? null,
      lastEventId: detail.events.findLast((each) => each.market === market)?.id ?? null,
    }
  })
}
