/** Where it is proposed that a code be suspended. */
export function proposePath(code: string): `/portal/${string}` {
  return `/portal/proposals/new/${encodeURIComponent(code)}`
}
