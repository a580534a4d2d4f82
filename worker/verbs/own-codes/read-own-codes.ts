import { listOwnUses, type OwnUse } from '../../../db/queries/code-disputes.ts'
import { type QuotaRow, readQuotaFacts, sitesOfHolder } from '../../../db/queries/code-quota.ts'
import { type FindingItem, listFindings } from '../../../db/queries/findings.ts'
import { readOwnCodes } from '../../../db/queries/own-codes.ts'
import { type QuotaOfMarkets, quotasByMarket } from '../../domain/quota/quota-of-site.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { ownHolder } from './own-holder.ts'

/** Papers that run out within so many days are shown. */
const SOON_DAYS = 60
const USES_SHOWN = 10
const FINDINGS_SHOWN = 50

/**
 * One crop of a growing area towards some destinations, with how much of it may still be packed this year;
 * null where planted hectares, or the crop's ceiling, are not known.
 */
export type SiteQuota = QuotaOfMarkets & {
  readonly siteId: string
  /** The crop's name. */
  readonly name: string
}

export type OwnCodes = Omit<Awaited<ReturnType<typeof readOwnCodes>>, 'checks'> & {
  readonly today: string
  readonly quotas: readonly SiteQuota[]
  /** The last day of the next check of a site, by its id; none while nobody has planned one. */
  readonly nextChecks: ReadonlyMap<string, string>
  readonly uses: readonly OwnUse[]
  readonly findings: readonly FindingItem[]
}

/**
 * What keeps the codes of the actor's organisation alive: their terms and papers, what is left to
 * pack, who uses them, and what is to be put right.
 */
export async function ownCodes(ctx: DatedReading): Promise<OwnCodes> {
  const organisationId = ownHolder(ctx)
  const today = vietnamDateOf(ctx.now())
  const soonOn = addDays(today, SOON_DAYS)
  const [{ checks, ...codes }, quotaRows, uses, findings] = await Promise.all([
    readOwnCodes(ctx.db, { organisationId, today, soonOn }),
    readQuotaFacts(ctx.db, {
      sites: sitesOfHolder(organisationId),
      year: Number(today.slice(0, 4)),
    }),
    listOwnUses(ctx.db, {
      ...{ holderId: organisationId, byOthers: true, after: null, limit: USES_SHOWN },
    }),
    listFindings(ctx.db, {
      ...{
        bounds: { kind: 'organisation', organisationId },
        state: null,
        siteId: null,
        lateOn: null,
        after: null,
      },
      limit: FINDINGS_SHOWN,
    }),
  ])
  return {
    ...codes,
    ...{ today, uses, nextChecks: new Map(checks.map(({ siteId, dueOn }) => [siteId, dueOn])) },
    quotas: quotaRows.flatMap((row) => {
      const own = codes.codes.filter(({ siteId }) => siteId === row.siteId)
      const markets = own.flatMap((code) => code.markets.map(({ market }) => market))
      return quotasOf(row, { markets, day: today })
    }),
    findings: findings.filter(({ state }) => state !== 'closed'),
  }
}

function quotasOf(
  row: QuotaRow,
  asked: { readonly markets: readonly string[]; readonly day: string },
): SiteQuota[] {
  return row.crops.flatMap(({ name, cropFolded: crop }) =>
    quotasByMarket(row, { crop, ...asked }).map((quota) => ({
      siteId: row.siteId,
      name,
      ...quota,
    })),
  )
}
