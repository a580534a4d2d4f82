import { pathIn } from '../path-in.ts'
export const DIARY_PATH = '/portal/diary'

/** The page of an entry. */
export const entryPath = pathIn(DIARY_PATH)

export function diaryOfSite(siteId: string): string {
  return `${DIARY_PATH}?site=${encodeURIComponent(siteId)}`
}
