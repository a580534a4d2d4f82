export const CASES_PATH = '/portal/cases'

/** The page of a case in the portal. */
export function casePath(id: string): `/portal/${string}` {
  return `/portal/cases/${encodeURIComponent(id)}`
}

/** Where a case about something is opened. */
export function newCasePath(about: { readonly kind: string; readonly text: string }): string {
  return `${CASES_PATH}/new?${new URLSearchParams(about)}`
}
