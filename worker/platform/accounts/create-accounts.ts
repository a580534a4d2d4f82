import type { Database } from '../../../db/client.ts'
import {
  deleteSessionByToken,
  prolongSession,
  readSignedIn,
  type SignedInRow,
} from '../../../db/queries/accounts-sessions.ts'
import { dropUnseen } from '../../domain/sound-text.ts'
import { personOf } from '../../verbs/accounts/person-of.ts'
import type { AccountSettings } from './account-settings.ts'
import type { Accounts, SignedIn, SignInOutcome } from './accounts.ts'
import { databaseLimits, NO_LIMITS } from './attempt-limits.ts'
import { attemptOrigin } from './attempt-origin.ts'
import { deviceCookie, readDevice } from './device-cookie.ts'
import { handlePasskeys } from './handle-passkeys.ts'
import { loadBetterAuth } from './load-better-auth.ts'
import {
  endedSessionCookie,
  readSessionToken,
  SESSION_SECONDS,
  sessionCookie,
} from './session-cookie.ts'

const SESSION_MS = SESSION_SECONDS * 1000
const PROLONG_AFTER_MS = 24 * 3_600_000

/**
 * Accounts of this installation for one request. Who is signed in is one read of our own;
 * better-auth, which is large, is loaded only where somebody signs in.
 */
export function createAccounts(input: {
  readonly db: () => Database
  readonly settings: AccountSettings
}): Accounts {
  const { db, settings } = input
  const { GOC_RATE_LIMITS, GOC_AUTH_SECRET: secret } = settings
  const limits =
    GOC_RATE_LIMITS === 'off'
      ? NO_LIMITS
      : databaseLimits({ db, limits: GOC_RATE_LIMITS, secret, now: Date.now })
  const originOf = (headers: Headers) => attemptOrigin(headers, settings, Date.now())
  const knowDevice = (headers: Headers, email: string) => {
    const now = Date.now()
    return deviceCookie({ device: readDevice(headers, settings, now), email, settings, now })
  }

  const signedIn = async (headers: Headers): Promise<SignedIn | null> => {
    const token = readSessionToken(headers, settings)
    if (token === null) return null
    const now = Date.now()
    const row = await readSignedIn(db(), { token, now })
    const found = row === null ? null : signedInOf(row)
    if (row === null || found === null) return null
    if (row.expiresAt - SESSION_MS + PROLONG_AFTER_MS > now) return found
    await prolongSession(db(), { token, expiresAt: now + SESSION_MS, now })
    const renewedCookies = [sessionCookie(token, settings), knowDevice(headers, found.person.email)]
    return { ...found, renewedCookies }
  }

  return {
    signedIn,
    wasSignedIn: (headers) => readSessionToken(headers, settings) !== null,
    ...{ limits, originOf, knowDevice },
    signIn: (given) => signIn({ ...given, db, settings, knowDevice }),
    signOut: async (headers) => {
      const token = readSessionToken(headers, settings)
      if (token !== null) await deleteSessionByToken(db(), token)
      return endedSessionCookie(settings)
    },
    switchOrganisation: async ({ headers, organisationId }) => {
      const auth = await loadBetterAuth({ db: db(), settings })
      const body = { organizationId: organisationId }
      const changed = await auth.api
        .setActiveOrganization({ headers, body })
        .catch((error: unknown) => nullIfRefused(error, [400, 401, 403]))
      return changed !== null
    },
    handle: (request) =>
      handlePasskeys({ request, db, settings, limits, originOf, knowDevice, signedIn }),
  }
}

async function signIn(input: {
  readonly email: string
  readonly password: string
  readonly headers: Headers
  readonly db: () => Database
  readonly settings: AccountSettings
  readonly knowDevice: Accounts['knowDevice']
}): Promise<SignInOutcome> {
  const { email, password, headers, settings, knowDevice } = input
  const db = input.db()
  const auth = await loadBetterAuth({ db, settings })
  const answer = await auth.api
    .signInEmail({
      body: { email, password },
      headers: withSoundAgent(headers),
      returnHeaders: true,
    })
    .catch((error: unknown) => nullIfRefused(error, [400, 401]))
  if (answer === null) return { kind: 'wrong' }
  const { token } = answer.response
  const row = await readSignedIn(db, { token, now: Date.now() })
  const signedIn = row === null ? null : signedInOf(row)
  if (signedIn !== null) {
    const cookies = [...answer.headers.getSetCookie(), knowDevice(headers, signedIn.person.email)]
    return { kind: 'signed_in', signedIn, cookies }
  }
  await deleteSessionByToken(db, token)
  return { kind: 'no_organisation' }
}

/** What a browser calls itself is kept with the session. */
function withSoundAgent(given: Headers): Headers {
  const headers = new Headers(given)
  const agent = headers.get('user-agent')
  if (agent !== null) headers.set('user-agent', dropUnseen(agent))
  return headers
}

function signedInOf(row: SignedInRow): SignedIn | null {
  const person = personOf(row)
  const { sessionId, unread, organisations, mark } = row
  return person === null ? null : { person, sessionId, unread, organisations, mark }
}

/** Null for a refusal of better-auth with one of these statuses; throws anything else on. */
function nullIfRefused(error: unknown, statuses: readonly number[]): null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status === 'number' && statuses.includes(status)) return null
  throw error
}
