/** The stock of inputs of a site, else of all sites of one's organisation. */
export function stockPath(siteId: string | null): `/portal/${string}` {
  return siteId === null
    ? '/portal/diary/stock'
    : `/portal/diary/stock?site=${encodeURIComponent(siteId)}`
}
