import type { Permission } from '../../domain/access/permissions.ts'
import type { VerbContext } from '../context.ts'
import { boundsOf } from './authorise.ts'

/**
 * Whose things a list shows, where the permission goes by organisation: the actor's own, or the one
 * that was asked for; null for everybody's. `none` where the one asked for is not the actor's.
 */
export function ownBounds(
  ctx: Pick<VerbContext, 'actor'>,
  permission: Permission,
  asked: string | null,
): { readonly organisationId: string | null } | 'none' {
  const bounds = boundsOf(ctx, permission)
  if (bounds === null) return { organisationId: asked }
  if (bounds.kind === 'place') throw new Error(`${permission} goes by organisation, not by place`)
  if (asked !== null && asked !== bounds.organisationId) return 'none'
  return { organisationId: bounds.organisationId }
}
