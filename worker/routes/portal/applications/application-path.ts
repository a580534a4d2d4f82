export const APPLICATIONS_PATH = '/portal/applications'

/** The page of an application in the portal. */
export function applicationPath(id: string): `/portal/${string}` {
  return `/portal/applications/${encodeURIComponent(id)}`
}

/** Where an application for a site is begun. */
export function applicationForSite(siteId: string): `/portal/${string}` {
  return `/portal/applications/for/${encodeURIComponent(siteId)}`
}
