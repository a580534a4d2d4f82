import type { Target } from '../../domain/access/permissions.ts'
import type { Actor } from '../context.ts'

/** Whose forms somebody works with: their province's, `''` for those of everybody. */
export function provinceOf(actor: Actor): string {
  return actor.kind === 'user' && actor.role !== 'admin' ? (actor.place.provinceCode ?? '') : ''
}

/** A form is its province's as a whole, whoever of it wrote it. */
export function targetOfForm({ provinceCode }: { readonly provinceCode: string }): Target | null {
  if (provinceCode === '') return null
  return { organisationId: null, place: { provinceCode, communeCode: null } }
}
