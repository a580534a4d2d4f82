export const NOTICES_PATH = '/portal/foreign-notices' as const

/** The page of a notice in the portal. */
export function noticePath(id: string): `/portal/${string}` {
  return `/portal/foreign-notices/${encodeURIComponent(id)}`
}
