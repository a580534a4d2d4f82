import type { Bounds } from '../../domain/access/bounds.ts'
import {
  type Holder,
  isAllowed,
  type Permission,
  reachOf,
  type Target,
} from '../../domain/access/permissions.ts'
import type { Actor, Scope, VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'

/** What each scope of a token lets it do. Everything else is refused to machines. */
const SCOPE_OF: Partial<Record<Permission, Scope>> = {
  'batches.write': 'batches:write',
  'labels.issue': 'labels:issue',
  'recalls.write': 'recalls:write',
}

/**
 * Refuses whoever the permission table does not allow. Give the target as soon as it is known: a
 * permission may hold for some things and not for others. An operator at the command line may do
 * everything.
 */
export function requirePermission(
  ctx: Pick<VerbContext, 'actor'>,
  permission: Permission,
  target: Target | null = null,
): void {
  const { actor } = ctx
  switch (actor.kind) {
    case 'operator':
      return
    case 'token': {
      const scope = SCOPE_OF[permission] ?? null
      if (scope === null) throw forbiddenToken(null)
      requireScope(ctx, scope)
      return
    }
    case 'user':
      if (!isAllowed(actor, permission, target)) throw forbiddenPerson()
  }
}

/** True where `requirePermission` would not refuse. */
export function mayDo(actor: Actor, permission: Permission, target: Target | null = null): boolean {
  switch (actor.kind) {
    case 'operator':
      return true
    case 'token': {
      const scope = SCOPE_OF[permission]
      return scope !== undefined && actor.scopes.includes(scope)
    }
    case 'user':
      return isAllowed(actor, permission, target)
  }
}

/**
 * What a list may show, for its WHERE clause: null without bounds, else only what belongs to the
 * organisation or lies in the place. Throws `forbidden` where the actor may see nothing.
 */
export function boundsOf(ctx: Pick<VerbContext, 'actor'>, permission: Permission): Bounds {
  requirePermission(ctx, permission)
  const { actor } = ctx
  if (actor.kind !== 'user') return null
  const holder: Holder = actor
  const reach = reachOf(holder.role, permission)
  if (reach === 'own') return { kind: 'organisation', organisationId: holder.organisationId }
  const { provinceCode, communeCode } = holder.place
  if (reach === 'all' || provinceCode === null) return null
  return { kind: 'place', provinceCode, communeCode }
}

/** Refuses a token without the scope, and people: for machines' routes. */
export function requireScope(ctx: Pick<VerbContext, 'actor'>, scope: Scope): void {
  const { actor } = ctx
  switch (actor.kind) {
    case 'operator':
      return
    case 'token':
      if (!actor.scopes.includes(scope)) throw forbiddenToken(scope)
      return
    case 'user':
      requirePermission(ctx, PERMISSION_OF[scope])
  }
}

const PERMISSION_OF: Record<Scope, Permission> = {
  'batches:write': 'batches.write',
  'labels:issue': 'labels.issue',
  'labels:void': 'labels.issue',
  'recalls:write': 'recalls.write',
}

/** True when the actor may see and change what belongs to the organisation. */
export function mayTouch(actor: Actor, organisationId: string): boolean {
  switch (actor.kind) {
    case 'operator':
      return true
    case 'token':
      return actor.organisationId === null || actor.organisationId === organisationId
    case 'user':
      return actor.role === 'admin' || actor.organisationId === organisationId
  }
}

function forbiddenToken(scope: Scope | null): Problem {
  return new Problem({
    code: 'forbidden',
    text: {
      vi:
        scope === null
          ? 'Mã truy cập không được làm việc này.'
          : `Mã truy cập thiếu quyền ${scope}.`,
      en: scope === null ? 'A token may not do this.' : `The token lacks the scope ${scope}.`,
      zh: scope === null ? '访问令牌无权执行此操作。' : `访问令牌缺少权限 ${scope}。`,
    },
  })
}

function forbiddenPerson(): Problem {
  return new Problem({
    code: 'forbidden',
    text: {
      vi: 'Tài khoản này không có quyền làm việc đó.',
      en: 'This account may not do that.',
      zh: '此账户无权执行该操作。',
    },
  })
}
