import { readMembership } from '../../../db/queries/accounts-sessions.ts'
import type { JobRow } from '../../../db/queries/jobs.ts'
import { readToken } from '../../../db/queries/tokens.ts'
import { ACCESS_REFUSALS } from '../../copy/refusals/access.ts'
import { personOf } from '../accounts/person-of.ts'
import { type Actor, type DatedLookup, type Lookup, SCOPES } from '../context.ts'
import { Problem } from '../errors.ts'

/**
 * Who asked for a job, as they are today: somebody whose role was taken away since, or who left, does
 * nothing through work that was still waiting. Throws `forbidden` where nobody is left.
 */
export async function actorOfJob(
  ctx: DatedLookup,
  job: Pick<JobRow, 'actor' | 'organisationId'>,
): Promise<Actor> {
  const cut = job.actor.indexOf(':')
  const [kind, id] = [job.actor.slice(0, cut), job.actor.slice(cut + 1)]
  switch (kind) {
    case 'operator':
      return { kind: 'operator', name: id }
    case 'token':
      return tokenOf(ctx, id)
    case 'user':
      return memberOf(ctx, { userId: id, organisationId: job.organisationId ?? '' })
    default:
      throw gone()
  }
}

async function tokenOf(ctx: DatedLookup, tokenId: string): Promise<Actor> {
  const row = await readToken(ctx.db, tokenId)
  const isOver = row?.expiresAt != null && row.expiresAt <= ctx.now()
  if (row === null || row.revokedAt !== null || isOver) throw gone()
  const { name, organisationId, scopes } = row
  return {
    ...{ kind: 'token', tokenId, name, organisationId },
    scopes: SCOPES.filter((scope) => scopes.includes(scope)),
  }
}

async function memberOf(
  ctx: Lookup,
  asked: { readonly userId: string; readonly organisationId: string },
): Promise<Actor> {
  const row = await readMembership(ctx.db, asked)
  const person = row === null ? null : personOf(row)
  if (person === null) throw gone()
  return person
}

function gone(): Problem {
  return new Problem({
    code: 'forbidden',
    text: ACCESS_REFUSALS.askerMayNoMore,
  })
}
