import type { Database } from '../../../db/client.ts'
import { readUpTo } from '../../lib/files/read-up-to.ts'
import { Problem } from '../../verbs/errors.ts'
import type { AccountSettings } from './account-settings.ts'
import type { Accounts, SignedIn } from './accounts.ts'
import type { Step, StepAnswer } from './passkey-ceremonies.ts'

/** All that is there under `/api/auth/`. Deny by default. */
const STEPS = new Map([
  ['/api/auth/passkey/generate-register-options', { method: 'GET', name: 'offerRegistration' }],
  ['/api/auth/passkey/verify-registration', { method: 'POST', name: 'register' }],
  [
    '/api/auth/passkey/generate-authenticate-options',
    { method: 'GET', name: 'offerAuthentication' },
  ],
  ['/api/auth/passkey/verify-authentication', { method: 'POST', name: 'authenticate' }],
] as const)

/** Credentials and challenges are a few kilobytes. */
const MAX_BYTES = 64 * 1024
/** A passkey is added only soon after signing in: a session left open on a counter adds none. */
const FRESH_MS = 24 * 3_600_000

type Door = {
  readonly request: Request
  readonly db: () => Database
  readonly settings: AccountSettings
} & Pick<Accounts, 'limits' | 'originOf' | 'knowDevice' | 'signedIn'>

/** The ceremonies of passkeys: who may take part, and how often. */
export async function handlePasskeys(door: Door): Promise<Response> {
  const { request, db, settings, limits, originOf } = door
  const { headers } = request
  const paths: ReadonlyMap<string, { readonly method: string; readonly name: StepName }> = STEPS
  const step = paths.get(new URL(request.url).pathname)
  if (step === undefined || step.method !== request.method) return refusal(404)
  if (!isOwnPage(request, settings)) return refusal(403)
  if (Number(headers.get('content-length') ?? 0) > MAX_BYTES) return refusal(413)
  const { device, network } = originOf(headers)
  const refused = await limits.take('passkey', device ?? network).catch(asResponse)
  if (refused instanceof Response) return refused
  const bytes = request.body === null ? null : await readUpTo(request.body, MAX_BYTES)
  if (request.body !== null && bytes === null) return refusal(413)
  const answer = await take(door, step.name, { db: db(), settings, headers, body: jsonOf(bytes) })
  if (answer.status !== 200) return refusal(answer.status)
  const response = Response.json(answer.json, { headers: NO_STORE })
  for (const cookie of answer.cookies) response.headers.append('set-cookie', cookie)
  return response
}

type StepName = 'offerRegistration' | 'register' | 'offerAuthentication' | 'authenticate'

/** The ceremonies are loaded when first needed: most isolates never do one. */
async function take(
  { signedIn, knowDevice }: Door,
  name: StepName,
  step: Step,
): Promise<StepAnswer> {
  const ceremonies = await import('./passkey-ceremonies.ts')
  switch (name) {
    case 'offerAuthentication':
      return ceremonies.offerAuthentication(step)
    case 'authenticate':
      return ceremonies.authenticate(step, knowDevice)
    case 'offerRegistration':
    case 'register': {
      // A passkey is added only by somebody who may use the portal at all.
      const adder = await signedIn(step.headers)
      if (adder === null) return { status: 401 }
      return isFresh(adder) ? ceremonies[name](step, adder) : { status: 403 }
    }
  }
}

function isFresh({ signedInAt }: SignedIn): boolean {
  return Date.now() - signedInAt < FRESH_MS
}

function jsonOf(bytes: Uint8Array | null): unknown {
  if (bytes === null) return null
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

/** Scripts of other sites may not take part, whatever cookies the browser sends along. */
function isOwnPage(request: Request, settings: AccountSettings): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  return request.method === 'GET' ? true : origin === settings.GOC_ORIGIN
}

const NO_STORE = { 'cache-control': 'no-store' }

function refusal(status: number): Response {
  return new Response(null, { status, headers: NO_STORE })
}

function asResponse(error: unknown): Response {
  if (!(error instanceof Problem)) throw error
  return new Response(null, { status: error.status, headers: error.headers })
}
