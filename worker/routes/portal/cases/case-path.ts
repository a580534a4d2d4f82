import { pathIn } from '../path-in.ts'
export const CASES_PATH = '/portal/cases'

/** The page of a case in the portal. */
export const casePath = pathIn('/portal/cases')

/** Where a case about something is opened. */
export function newCasePath(about: { readonly kind: string; readonly text: string }): string {
  return `${CASES_PATH}/new?${new URLSearchParams(about)}`
}
