import type { KeptField, SignInModel } from '../../../../site/models/account.ts'
import { nextPath } from './next-path.ts'

/** A form that waits while its writer signs in again. */
export type KeptForm = Pick<SignInModel, 'next' | 'kept' | 'lostFile'>

/** Fields of the sign-in form that stand for fields of the one that waits. */
export const KEPT = 'keep.'

/** Passwords are never carried from one page to the next. */
export function isSecretField(name: string): boolean {
  return /password|secret|token/i.test(name)
}

/** What waits, out of the sign-in form that carried it. */
export function keptForm(form: FormData): KeptForm {
  const kept: KeptField[] = []
  for (const [name, value] of form.entries()) {
    if (!name.startsWith(KEPT) || typeof value !== 'string') continue
    const own = name.slice(KEPT.length)
    if (!isSecretField(own)) kept.push({ name: own, value })
  }
  const method = form.get('nextMethod') === 'POST' ? 'POST' : 'GET'
  const path = nextPath(textOf(form, 'next'))
  return { next: { path, method }, kept, lostFile: form.get('lostFile') === '1' }
}

/** A text field of a form; null when it is not there. */
export function textOf(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' ? value : null
}
