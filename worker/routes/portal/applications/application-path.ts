import { pathIn } from '../path-in.ts'
export const APPLICATIONS_PATH = '/portal/applications'

/** The page of an application in the portal. */
export const applicationPath = pathIn('/portal/applications')

/** Where an application for a site is begun. */
export function applicationForSite(siteId: string): `/portal/${string}` {
  return `/portal/applications/for/${encodeURIComponent(siteId)}`
}
