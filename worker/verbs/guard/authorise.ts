import { fillAll } from '../../copy/fill.ts'
import { ACCESS_REFUSALS } from '../../copy/refusals/access.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import {
  type Holder,
  isAllowed,
  type Permission,
  reachOf,
  type Target,
} from '../../domain/access/permissions.ts'
import type { Role } from '../../domain/access/roles.ts'
import { type Actor, type Asking, SCOPES, type Scope } from '../context.ts'
import { Problem } from '../errors.ts'

/** What each scope of a token lets it do. Everything else is refused to machines. */
const PERMISSION_OF = {
  'batches:write': 'batches.write',
  'labels:issue': 'labels.issue',
  'labels:void': 'labels.void',
  'recalls:write': 'recalls.write',
  'diary:write': 'diary.write',
  'outbox:write': 'outbox.send',
} as const satisfies Record<Scope, Permission>

const SCOPE_OF: Partial<Record<Permission, Scope>> = {
  ...Object.fromEntries(SCOPES.map((scope) => [PERMISSION_OF[scope], scope])),
  // Whoever may correct an entry finds it first.
  'diary.read': 'diary:write',
  // A batch is annulled by making every label of it void.
  'batches.annul': 'labels:void',
}

/**
 * The scopes that somebody in this role may give a token of their own organisation: of what they
 * themselves may do there, whatever reaches no further than a place apart.
 */
export function scopesOfRole(role: Role): readonly Scope[] {
  return SCOPES.filter((scope) => {
    const reach = reachOf(role, PERMISSION_OF[scope])
    return reach === 'own' || reach === 'all'
  })
}

/**
 * Refuses whoever the permission table does not let do it to this: `null` is the installation as a
 * whole. An operator at the command line may do everything.
 */
export function requirePermission(
  ctx: Asking,
  permission: Permission,
  target: Target | null,
): void {
  requireAny(ctx, permission)
  if (!mayDo(ctx.actor, permission, target)) throw forbidden(ctx.actor, null)
}

/**
 * Refuses whoever may do it to nothing at all, before anything is read. Never enough by itself for
 * what belongs to somebody.
 */
export function requireAny(ctx: Asking, permission: Permission): void {
  if (!mayAny(ctx.actor, permission)) throw forbidden(ctx.actor, SCOPE_OF[permission] ?? null)
}

/** Refuses everybody but that person: nobody acts on the account of another. */
export function requireSelf({ actor }: Asking, userId: string): void {
  if (actor.kind !== 'user' || actor.userId !== userId) throw forbidden(actor, null)
}

/**
 * What belongs to nobody but the actor: an upload, an export, a run of theirs. Null for an operator,
 * and for machines that may touch what is everybody's.
 */
export function ownTarget({ actor }: Asking): Target | null {
  if (actor.kind === 'operator' || actor.organisationId === null) return null
  const { organisationId } = actor
  return { organisationId, place: actor.kind === 'user' ? actor.place : null }
}

/** True where `requirePermission` would not refuse. */
export function mayDo(actor: Actor, permission: Permission, target: Target | null): boolean {
  switch (actor.kind) {
    case 'operator':
      return true
    case 'token': {
      const { organisationId } = actor
      const reaches = organisationId === null || organisationId === target?.organisationId
      return reaches && mayAny(actor, permission)
    }
    case 'user':
      return isAllowed(actor, permission, target)
  }
}

/** True where there is something it may be done to. */
export function mayAny(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'operator':
      return true
    case 'token': {
      const scope = SCOPE_OF[permission]
      return scope !== undefined && actor.scopes.includes(scope)
    }
    case 'user':
      return reachOf(actor.role, permission) !== null
  }
}

/**
 * What a list may show, for its WHERE clause: null without bounds, else only what belongs to the
 * organisation or lies in the place. Throws `forbidden` where the actor may see nothing.
 */
export function boundsOf(ctx: Asking, permission: Permission): Bounds {
  requireAny(ctx, permission)
  const { actor } = ctx
  if (actor.kind === 'operator') return null
  if (actor.kind === 'token') {
    const { organisationId } = actor
    return organisationId === null ? null : { kind: 'organisation', organisationId }
  }
  const holder: Holder = actor
  const reach = reachOf(holder.role, permission)
  if (reach === 'own') return { kind: 'organisation', organisationId: holder.organisationId }
  const { provinceCode, communeCode } = holder.place
  if (reach === 'all' || provinceCode === null) return null
  return { kind: 'place', provinceCode, communeCode }
}

/** True where what somebody may do depends on where a thing lies. */
export function isByPlace(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'user' && reachOf(actor.role, permission) === 'place'
}

function forbidden(actor: Actor, scope: Scope | null): Problem {
  return actor.kind === 'token' ? forbiddenToken(scope) : forbiddenPerson()
}

function forbiddenToken(scope: Scope | null): Problem {
  return new Problem({
    code: 'forbidden',
    text:
      scope === null
        ? ACCESS_REFUSALS.tokenMayNot
        : fillAll(ACCESS_REFUSALS.tokenLacksScope, { scope }),
  })
}

function forbiddenPerson(): Problem {
  return new Problem({
    code: 'forbidden',
    text: ACCESS_REFUSALS.accountMayNot,
  })
}
