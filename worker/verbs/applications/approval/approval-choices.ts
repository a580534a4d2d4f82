import { readLastCode } from '../../../../db/queries/applications.ts'
import { type CodeDetail, readCodeDetail } from '../../../../db/queries/code-detail.ts'
import { codeCounts, nextCode } from '../../../domain/codes/suggest-code.ts'
import { statusOn } from '../../../domain/standing/status-on.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import type { DatedLookup, Lookup } from '../../context.ts'
import type { KnownApplication } from '../application-facts.ts'
import type { OpenedApplication } from '../open-application.ts'

/** A market to decide on: a code suggested for it, other ways to count, the status it begins with. */
export type ApprovalMarket = {
  readonly market: string
  readonly suggestion: string
  readonly others: readonly string[]
  readonly status: 'active' | 'pending_foreign_approval'
}

export type ApprovalChoices = {
  readonly markets: readonly ApprovalMarket[]
  /** The code that it is about. */
  readonly old: CodeDetail | null
}

/**
 * What an approval chooses among. A new code for a market of export waits for its authority unless
 * the officer knows better; in the place of an old one it goes on as that stands.
 */
export async function approvalChoices(
  ctx: DatedLookup,
  opened: OpenedApplication,
  known: KnownApplication,
): Promise<ApprovalChoices> {
  const { codeId } = opened.row
  const old = codeId === null ? null : await readCodeDetail(ctx.db, codeId)
  const today = vietnamDateOf(ctx.now())
  const asked =
    old === null
      ? known.markets.map((market) => ({ market, status: firstStatus(market) }))
      : openMarkets(old, today)
  const markets: ApprovalMarket[] = []
  for (const { market, status } of asked) {
    const [suggestion = '', ...others] = await suggestionsFor(ctx, opened, { market, known })
    markets.push({ market, suggestion, others, status })
  }
  return { markets, old }
}

function firstStatus(market: string): ApprovalMarket['status'] {
  return market === 'VNM' ? 'active' : 'pending_foreign_approval'
}

/** Where a code counts today. */
export function openMarkets(
  old: CodeDetail,
  today: string,
): Pick<ApprovalMarket, 'market' | 'status'>[] {
  return statusesOf(old, today).flatMap(({ market, status }) => {
    return status === 'active' || status === 'pending_foreign_approval' ? [{ market, status }] : []
  })
}

/** Where a code was revoked or cancelled: that is final, and no new term brings it back. */
export function endedMarkets(old: CodeDetail, today: string): ReadonlySet<string> {
  const ended = statusesOf(old, today).filter(
    ({ status }) => status === 'revoked' || status === 'cancelled',
  )
  return new Set(ended.map(({ market }) => market))
}

function statusesOf({ markets, counted }: CodeDetail, today: string) {
  const decisions = counted.map((event) => ({ ...event, ...UNSAID }))
  return markets.map(({ market }) => ({ market, status: statusOn(decisions, market, today) }))
}

/** What a status does not ask of a decision. */
const UNSAID = { reason: null, documentNo: null, text: null }

/** The next code of each way to count that fits; each is one read of an index. */
async function suggestionsFor(
  ctx: Lookup,
  { row, slot }: OpenedApplication,
  { market, known }: { readonly market: string; readonly known: KnownApplication },
): Promise<string[]> {
  const { provinceCode, provinceName } = row
  const crop = known.crops[0] ?? ''
  const found: string[] = []
  for (const count of codeCounts(slot, { provinceCode, provinceName, crop, market })) {
    const next = nextCode(count, await readLastCode(ctx.db, count.prefix))
    if (next !== null) found.push(next)
  }
  return found
}
