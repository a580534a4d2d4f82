import type { Bounds } from '../../domain/access/bounds.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { Asking } from '../context.ts'
import { boundsOf } from './authorise.ts'

/** What a list of things of organisations shows. */
export type ListBounds = {
  readonly bounds: Bounds
  /** Of this organisation alone, within the bounds; null for any. */
  readonly organisationId: string | null
}

/**
 * Whose things a list shows: within the actor's bounds, of the organisation that was asked for where
 * one was. `none` where that one is not the actor's.
 */
export function listBounds(
  ctx: Asking,
  permission: Permission,
  asked: string | null,
): ListBounds | 'none' {
  const bounds = boundsOf(ctx, permission)
  if (bounds?.kind !== 'organisation') return { bounds, organisationId: asked }
  const { organisationId } = bounds
  return asked !== null && asked !== organisationId ? 'none' : { bounds, organisationId }
}
