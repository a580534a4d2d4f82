import type { Actor, Scope, VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'

/** Refuses a token without the scope. An operator at the command line may do everything. */
export function requireScope(ctx: Pick<VerbContext, 'actor'>, scope: Scope): void {
  const { actor } = ctx
  switch (actor.kind) {
    case 'operator':
      return
    case 'token':
      if (!actor.scopes.includes(scope)) throw forbidden(scope)
  }
}

/** Refuses everybody but the operator: keys, organisations and tokens are not for machines. */
export function requireOperator(ctx: Pick<VerbContext, 'actor'>): void {
  const { actor } = ctx
  switch (actor.kind) {
    case 'operator':
      return
    case 'token':
      throw forbidden(null)
  }
}

/** True when the actor may see and change what belongs to the organisation. */
export function mayTouch(actor: Actor, organisationId: string): boolean {
  switch (actor.kind) {
    case 'operator':
      return true
    case 'token':
      return actor.organisationId === null || actor.organisationId === organisationId
  }
}

function forbidden(scope: Scope | null): Problem {
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
