const START = '/portal'

/**
 * Where somebody goes after signing in: a path of the portal, never another site and never the
 * sign-in itself. Anything else is the first page.
 */
export function nextPath(text: string | null): string {
  if (text === null || text.length > 2_000 || /[\\\p{Cc}]/u.test(text)) return START
  if (!/^\/portal(?:[/?]|$)/.test(text)) return START
  const url = new URL(text, 'https://portal.invalid')
  const within = url.pathname === START || url.pathname.startsWith(`${START}/`)
  if (url.host !== 'portal.invalid' || !within) return START
  return /^\/portal\/sign-(?:in|out)$/.test(url.pathname) ? START : url.pathname + url.search
}
