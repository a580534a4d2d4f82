export const MINISTRY_PATH = '/portal/ministry-lists'

/** The page of a list that was sent. */
export function ministryListPath(id: string): `/portal/${string}` {
  return `/portal/ministry-lists/sent/${encodeURIComponent(id)}`
}
