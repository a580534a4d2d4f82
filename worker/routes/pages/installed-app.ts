import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { APP_CONTENT_SECURITY_POLICY, DECODER_CONTENT_SECURITY_POLICY } from '../../http/headers.ts'
import { problemOf } from '../../http/to-problem.ts'

const SHELL = '/app/shell.htm'
/** What is named by its bytes never changes under its name. */
const NAMED_BY_BYTES = /^\/app\/assets\//
const FILE = /\.(?:js|css|png|webmanifest|htm|wasm)$/
/** The worker that reads codes runs under the policy of its own answer. */
const DECODER = /^\/app\/assets\/decoder-/

/**
 * `GET /app/…`: the installed app, open to everyone; what it shows it asks for with the session. A
 * file where there is one, the shell for any other path, so that every screen can be opened anew.
 */
export async function showInstalledApp(c: Context<AppEnv>): Promise<Response> {
  const url = new URL(c.req.url)
  const { pathname, search } = url
  // Its service worker reaches what begins with /app/, which /app does not.
  if (pathname === '/app') return c.redirect(`/app/${search}`, 308)
  const isFile = FILE.test(pathname)
  const asked = new Request(new URL(isFile ? pathname : SHELL, url))
  const found = await c.var.deps.asset(asked)
  if (found === null) throw problemOf('not_found')
  found.headers.set(
    'content-security-policy',
    DECODER.test(pathname) ? DECODER_CONTENT_SECURITY_POLICY : APP_CONTENT_SECURITY_POLICY,
  )
  found.headers.set('cache-control', cacheControlOf(pathname))
  return found
}

/** Whoever has no service worker asks each time whether there is a newer shell. */
function cacheControlOf(pathname: string): string {
  return NAMED_BY_BYTES.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache'
}
