import { listCertificates, readCertificateFacts } from '../../../db/queries/certificates.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { decidingEvent } from '../../domain/standing/status-on.ts'
import type { CodeStatus, SiteKind } from '../../domain/standing/types.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Call } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { toCertificateFacts } from './certificate-facts.ts'
import { certificateRefusal } from './certificate-refusal.ts'
import { loadCertifiedCode } from './load-certified-code.ts'

export type CertificateOverview = {
  readonly code: string
  readonly today: string
  readonly markets: readonly {
    readonly market: string
    readonly status: CodeStatus
    readonly since: string | null
  }[]
  readonly refusal: LocalText | null
  readonly slot: SiteKind
  /** Newest first, the last hundred. */
  readonly issues: readonly {
    readonly id: string
    readonly kid: string
    readonly issuedAt: number
    /** A person's name, or how the actor stands in the log. */
    readonly by: string
    /** False for a revoked key, which signs nothing, not even again. */
    readonly printable: boolean
  }[]
}

const MAX_ISSUES = 100

/** The certificates of a code and whether another may be issued today. */
export async function listCodeCertificates({
  ctx,
  input,
}: Call<{ readonly code: string }>): Promise<CertificateOverview> {
  const { id: codeId, code } = await loadCertifiedCode(ctx, input.code)
  const [row, issues] = await Promise.all([
    readCertificateFacts(ctx.db, code),
    listCertificates(ctx.db, { codeId, limit: MAX_ISSUES }),
  ])
  if (row === null) throw notFound(THINGS.code, { code })
  const facts = toCertificateFacts(row)
  const today = vietnamDateOf(ctx.now())
  return {
    code,
    today,
    markets: facts.markets.map((market) => {
      const event = decidingEvent(facts.events, market, today)
      return { market, status: event?.status ?? 'none', since: event?.effectiveOn ?? null }
    }),
    refusal: certificateRefusal(facts, today),
    slot: row.slot === 'packing_house' ? 'packing_house' : 'growing_area',
    issues: issues.map(({ id, kid, issuedAt, actor, actorName, keyStatus }) => ({
      ...{ id, kid, issuedAt, by: actorName ?? actor },
      printable: keyStatus !== 'revoked',
    })),
  }
}
