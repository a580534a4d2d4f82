import type { Target } from '../../domain/access/permissions.ts'
import type { Actor } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'

/** Whose forms somebody works with: their province's, `''` for those of everybody. */
export function provinceOf(actor: Actor): string {
  return actor.kind === 'user' && actor.role !== 'admin' ? (actor.place.provinceCode ?? '') : ''
}

/** A form is its province's as a whole, whoever of it wrote it. */
export function targetOfForm({ provinceCode }: { readonly provinceCode: string }): Target | null {
  if (provinceCode === '') return null
  return { organisationId: null, place: { provinceCode, communeCode: null } }
}

/** True where somebody may write forms of where they work: whoever answers for a commune alone may not. */
export function mayWriteForms(actor: Actor): boolean {
  return mayDo(actor, 'inspection_forms.write', targetOfForm({ provinceCode: provinceOf(actor) }))
}
