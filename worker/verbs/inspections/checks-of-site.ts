import { listFindingsAbout } from '../../../db/queries/findings.ts'
import { listInspections } from '../../../db/queries/inspections.ts'
import { listOpenVisitsOfSite } from '../../../db/queries/visits-of-sites.ts'
import type { Target } from '../../domain/access/permissions.ts'
import type { Reading } from '../context.ts'
import { boundsOf, mayDo } from '../guard/authorise.ts'

type Asked = { readonly siteId: string; readonly target: Target; readonly limit: number }

/**
 * How a place was looked at, as far as the actor may see it: its last minutes, what was found wrong and is
 * not put right, and the visits to come. Null for each that is not theirs to read.
 */
export async function checksOfSite(ctx: Reading, { siteId, target, limit }: Asked) {
  const [inspections, findings, visits] = await Promise.all([
    lastMinutesOf(ctx, { siteId, target, limit }),
    mayDo(ctx.actor, 'findings.read', target)
      ? listFindingsAbout(ctx.db, {
          bounds: boundsOf(ctx, 'findings.read'),
          about: [['site', siteId]],
        })
      : null,
    mayDo(ctx.actor, 'monitoring.read', target)
      ? listOpenVisitsOfSite(ctx.db, { siteId, limit })
      : null,
  ])
  const open = findings?.filter(({ state }) => state !== 'closed').slice(0, limit) ?? null
  return {
    ...{ inspections, visits, findings: open },
    mayInspect: mayDo(ctx.actor, 'inspections.write', target),
  }
}

/** The last minutes of a place, newest first; null for who may not read any. */
export async function lastMinutesOf(ctx: Reading, { siteId, target, limit }: Asked) {
  if (!mayDo(ctx.actor, 'inspections.read', target)) return null
  const bounds = boundsOf(ctx, 'inspections.read')
  return listInspections(ctx.db, { bounds, siteId, outcome: null, after: null, limit })
}

export type ChecksOfSite = Awaited<ReturnType<typeof checksOfSite>>
