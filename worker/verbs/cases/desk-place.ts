import { covers, EVERYWHERE, type Place } from '../../domain/access/roles.ts'
import type { Actor } from '../context.ts'

/**
 * Where what an officer puts down lies: where the thing itself does, when they answer for that place;
 * else in their own, for goods of anywhere are sold there.
 */
export function deskPlace(actor: Actor, there: Place | null): Place {
  const own = actor.kind === 'user' && actor.role !== 'admin' ? actor.place : EVERYWHERE
  return there !== null && there.provinceCode !== null && covers(own, there) ? there : own
}

/** The organisation somebody speaks for; null for an operator. */
export function authorityOf(actor: Actor): string | null {
  return actor.kind === 'operator' ? null : actor.organisationId
}
