import { nanoid } from 'nanoid'
import type { Database } from '../../../db/client.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { neverGiveWay } from '../../domain/give-way.ts'
import { mendText } from '../../domain/sound-text.ts'
import { auditStatement } from '../../verbs/audit/audit-statement.ts'
import type { Person } from '../../verbs/context.ts'
import { Problem } from '../../verbs/errors.ts'
import type { AccountSettings } from './account-settings.ts'
import type { Accounts } from './accounts.ts'
import { loadBetterAuth } from './load-better-auth.ts'

/** All of better-auth that can be reached from outside. Deny by default. */
const OPEN = new Map([
  ['/api/auth/passkey/generate-register-options', 'GET'],
  ['/api/auth/passkey/verify-registration', 'POST'],
  ['/api/auth/passkey/generate-authenticate-options', 'GET'],
  ['/api/auth/passkey/verify-authentication', 'POST'],
])

/** Credentials and challenges are a few kilobytes. */
const MAX_BYTES = 64 * 1024

/** The ceremonies of passkeys, done by better-auth; every other path of it is 404. */
export async function handlePasskeys(
  input: {
    readonly request: Request
    readonly db: () => Database
    readonly settings: AccountSettings
  } & Pick<Accounts, 'limits' | 'originOf' | 'knowDevice' | 'signedIn'>,
): Promise<Response> {
  const { request, db, settings, limits, originOf, knowDevice, signedIn } = input
  const path = new URL(request.url).pathname
  if (OPEN.get(path) !== request.method) return new Response(null, { status: 404 })
  if (!isOwnPage(request, settings)) return new Response(null, { status: 403 })
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) {
    return new Response(null, { status: 413 })
  }
  const { device, network } = originOf(request.headers)
  const refused = await limits.take('passkey', device ?? network).catch(asResponse)
  if (refused instanceof Response) return refused
  // A passkey is added only by somebody who may use the portal at all.
  const adder = path.includes('regist') ? await signedIn(request.headers) : null
  if (path.includes('regist') && adder === null) return new Response(null, { status: 401 })
  const onPasskeyAdded = async () => {
    if (adder !== null) await recordPasskey(db(), adder.person)
  }
  const auth = await loadBetterAuth({ db: db(), settings, onPasskeyAdded })
  // Behind a proxy the request's own address is not the one people see.
  const { search } = new URL(request.url)
  const seen = await withSoundName(new Request(`${settings.GOC_ORIGIN}${path}${search}`, request))
  const answer = await auth.handler(seen)
  const headers = new Headers(answer.headers)
  headers.set('cache-control', 'no-store')
  if (answer.ok && path.endsWith('/verify-authentication')) {
    const email = await emailIn(answer.clone())
    if (email !== null) headers.append('set-cookie', knowDevice(request.headers, email))
  }
  return new Response(answer.body, { status: answer.status, headers })
}

/** A passkey is called what its owner typed; nothing else in the answer of a browser is text. */
async function withSoundName(request: Request): Promise<Request> {
  if (!request.url.endsWith('/verify-registration')) return request
  const text = await request.text()
  const body = parsed(text)
  const { name } = body
  const sound = typeof name === 'string' ? JSON.stringify({ ...body, name: mendText(name) }) : text
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body: sound })
}

function parsed(text: string): { readonly name?: unknown } {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  }
}

/** Whose passkey it was, out of better-auth's own answer. */
async function emailIn(answer: Response): Promise<string | null> {
  const body = (await answer.json()) as { readonly user?: { readonly email?: unknown } }
  return typeof body.user?.email === 'string' ? body.user.email : null
}

/** Written before the passkey itself: one that is on record nowhere cannot be. */
function recordPasskey(db: Database, person: Person): Promise<void> {
  const ctx = { db, actor: person, source: 'portal' as const, now: Date.now, newId: () => nanoid() }
  return runBatch(db, [
    auditStatement(
      { ...ctx, giveWay: neverGiveWay, labelOrigin: '', kek: new Uint8Array() },
      { action: 'account.passkey_add', entity: 'user', entityId: person.userId },
    ),
  ])
}

/** Scripts of other sites may not take part, whatever cookies the browser sends along. */
function isOwnPage(request: Request, settings: AccountSettings): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  return request.method === 'GET' ? true : origin === settings.GOC_ORIGIN
}

function asResponse(error: unknown): Response {
  if (!(error instanceof Problem)) throw error
  return new Response(null, { status: error.status, headers: error.headers })
}
