import { type Dossier, readDossier } from '../../../db/queries/code-dossier.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { decidingEvent } from '../../domain/standing/status-on.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { findRegisterCode } from './find-register-code.ts'
import { targetOf } from './target-of.ts'

export type ShownCode = Dossier & {
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
  const dossier = await readDossier(ctx.db, code.id)
  const target = dossier === null ? null : targetOf(dossier.code)
  if (dossier === null || !mayDo(ctx.actor, 'codes.read', target)) {
    throw notFound(fillAll(THINGS.codeTyped, { typed }))
  }
  const mayDecide = mayDo(ctx.actor, 'codes.decide', target)
  return {
    ...dossier,
    today: marketsToday(dossier, vietnamDateOf(ctx.now())),
    may: {
      decide: mayDecide,
      grant: mayDo(ctx.actor, 'codes.grant', target),
      certify: mayDo(ctx.actor, 'codes.certificate', target),
      audit: mayDo(ctx.actor, 'audit.read', target),
    },
  }
}

function marketsToday(dossier: Dossier, today: string): MarketToday[] {
  const events = dossier.counted
  const terms = new Map(dossier.markets.map((term) => [term.market, term]))
  const markets = [...new Set([...terms.keys(), ...events.map(({ market }) => market)])].sort()
  return markets.map((market) => {
    const event = decidingEvent(events, market, today)
    return {
      market,
      status: event?.status ?? 'none',
      since: event?.effectiveOn ?? null,
      validTo: terms.get(market)?.validTo ?? null,
      externalId: terms.get(market)?.externalId ?? null,
      lastEventId: dossier.events.findLast((each) => each.market === market)?.id ?? null,
    }
  })
}
