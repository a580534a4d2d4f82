import type { Actor } from '../context.ts'

/**
 * Who stores what came by the outbox. A program that may send its organisation's records may write its
 * diary by them, and nothing besides: the scope to send is right enough, here alone.
 */
export function senderOf(actor: Actor): Actor {
  if (actor.kind !== 'token') return actor
  return { ...actor, scopes: actor.scopes.includes('outbox:write') ? ['diary:write'] : [] }
}
