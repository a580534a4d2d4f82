export const DIARY_PATH = '/portal/diary'

/** The page of an entry. */
export function entryPath(id: string): string {
  return `${DIARY_PATH}/${encodeURIComponent(id)}`
}

export function diaryOfSite(siteId: string): string {
  return `${DIARY_PATH}?site=${encodeURIComponent(siteId)}`
}
