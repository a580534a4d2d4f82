const START = '/portal'
/** What somebody signs in for: the portal, or the app on their phone. */
const WITHIN = /^\/(?:portal|app)(?:[/?]|$)/

/**
 * Where somebody goes after signing in: a path of the portal or of the app, never another site and
 * never the sign-in itself. Anything else is the portal's first page.
 */
export function nextPath(text: string | null): string {
  if (text === null || text.length > 2_000 || /[\\\p{Cc}]/u.test(text)) return START
  if (!WITHIN.test(text)) return START
  const url = new URL(text, 'https://portal.invalid')
  if (url.host !== 'portal.invalid' || !WITHIN.test(url.pathname)) return START
  return /^\/portal\/sign-(?:in|out)$/.test(url.pathname) ? START : url.pathname + url.search
}
