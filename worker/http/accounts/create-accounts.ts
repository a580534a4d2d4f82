import type { Database } from '../../../db/client.ts'
import { passwordIs, readPasswordOf } from '../../../db/queries/accounts-passwords.ts'
import {
  deleteSessionByToken,
  prolongSession,
  readSignedIn,
  switchSession,
} from '../../../db/queries/accounts-sessions.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { hashSecret } from '../../verbs/accounts/link-secret.ts'
import { passwordMatches } from '../../verbs/accounts/password-hash.ts'
import type { AccountSettings } from './account-settings.ts'
import type { Accounts, SignedIn, SignInOutcome } from './accounts.ts'
import { databaseLimits, NO_LIMITS } from './attempt-limits.ts'
import { attemptOrigin } from './attempt-origin.ts'
import { deviceCookie, readDevice } from './device-cookie.ts'
import { handlePasskeys } from './handle-passkeys.ts'
import { openSession, signedInOf } from './open-session.ts'
import {
  endedSessionCookie,
  readSessionToken,
  SESSION_SECONDS,
  sessionCookie,
} from './session-cookie.ts'

const SESSION_MS = SESSION_SECONDS * 1000
/** A session is prolonged when it was last prolonged more than a day ago. */
const PROLONG_AFTER_MS = 24 * 3_600_000
/** No password is longer; a longer one need not be hashed to be wrong. */
const LONGEST_PASSWORD = 256

/** Accounts of this installation for one request. Who is signed in is one read. */
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
    const tokenHash = await hashSecret(token)
    const now = Date.now()
    const row = await readSignedIn(db(), { tokenHash, now })
    const found = row === null ? null : signedInOf(row)
    if (row === null || found === null) return null
    if (row.expiresAt - SESSION_MS + PROLONG_AFTER_MS > now) return found
    await prolongSession(db(), { tokenHash, expiresAt: now + SESSION_MS, now })
    const renewedCookies = [sessionCookie(token, settings), knowDevice(headers, found.person.email)]
    return { ...found, renewedCookies }
  }

  return {
    signedIn,
    wasSignedIn: (headers) => readSessionToken(headers, settings) !== null,
    ...{ limits, originOf, knowDevice },
    signIn: (given) => signIn({ ...given, db: db(), settings, knowDevice }),
    signOut: async (headers) => {
      const token = readSessionToken(headers, settings)
      if (token !== null) {
        await runBatch(db(), [deleteSessionByToken(db(), { tokenHash: await hashSecret(token) })])
      }
      return endedSessionCookie(settings)
    },
    switchOrganisation: async ({ headers, organisationId }) => {
      const token = readSessionToken(headers, settings)
      if (token === null) return false
      const tokenHash = await hashSecret(token)
      return switchSession(db(), { tokenHash, organisationId, now: Date.now() })
    },
    handle: (request) =>
      handlePasskeys({ request, db, settings, limits, originOf, knowDevice, signedIn }),
  }
}

async function signIn(input: {
  readonly email: string
  readonly password: string
  readonly headers: Headers
  readonly db: Database
  readonly settings: AccountSettings
  readonly knowDevice: Accounts['knowDevice']
}): Promise<SignInOutcome> {
  const { email, password, headers, db, settings, knowDevice } = input
  if (password.length > LONGEST_PASSWORD) return { kind: 'wrong' }
  const known = await readPasswordOf(db, email)
  const right = await passwordMatches({ hash: known?.hash ?? null, password })
  if (known === null || !right) return { kind: 'wrong' }
  const { userId } = known
  const opened = await openSession({
    ...{ db, settings, headers, userId },
    proof: { stands: passwordIs(known), statements: [] },
  })
  switch (opened.kind) {
    case 'opened': {
      const { signedIn, cookie } = opened
      const cookies = [cookie, knowDevice(headers, signedIn.person.email)]
      return { kind: 'signed_in', signedIn, cookies }
    }
    case 'proof_gone':
      return { kind: 'wrong' }
    case 'no_organisation':
      return { kind: 'no_organisation' }
  }
}
