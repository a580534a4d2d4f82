import { preferredFormat } from '../../http/negotiate.ts'

/**
 * What tells the browser of somebody who inspects. It opens nothing: the page it leads to asks for the
 * session itself.
 */
export const DESK_COOKIE = 'goc.desk'

const SHOPPERS_VIEW = /[?&]view=public(?:&|$)/

/**
 * For a person who inspects, a scan leads to what stands behind the label; for everybody else null.
 * Whoever has no cookie at all, as shoppers and programs, is told apart by that alone.
 */
export function inspectorRedirect(request: Request, path: string): Response | null {
  const { headers } = request
  const cookies = headers.get('cookie')
  if (cookies === null || !cookies.includes(`${DESK_COOKIE}=1`)) return null
  if (SHOPPERS_VIEW.test(path) || preferredFormat(headers.get('accept')) === 'json') return null
  return new Response(null, {
    status: 303,
    headers: {
      location: `/portal/scan?code=${encodeURIComponent(path)}`,
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      vary: 'Cookie',
    },
  })
}
