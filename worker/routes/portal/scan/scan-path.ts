/** What an inspector sees behind a scanned or typed code. */
export function scanPath(code: string): `/portal/${string}` {
  return `/portal/scan?code=${encodeURIComponent(code)}`
}
