import { passkey as passkeys } from '@better-auth/passkey'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { organization as organisations } from 'better-auth/plugins/organization'
import type { Database } from '../../../db/client.ts'
import {
  account,
  invitation,
  member,
  organisation,
  passkey,
  session,
  user,
  verification,
} from '../../../db/schema/index.ts'
import { hashPassword, passwordMatches } from '../../verbs/accounts/password-hash.ts'
import { ORGANISATION_ROLES } from './organisation-roles.ts'
import { COOKIE_PREFIX, SESSION_SECONDS } from './session-cookie.ts'

/** A session is prolonged when it was last prolonged more than a day ago. */
export const PROLONG_AFTER_SECONDS = 24 * 3600

/**
 * better-auth for one request: its database client lives no longer. It signs people in, keeps their
 * sessions and does the ceremonies of passkeys; who may do what is decided by our own table.
 */
export function makeBetterAuth(input: {
  readonly db: Database
  readonly settings: { readonly GOC_ORIGIN: string; readonly GOC_AUTH_SECRET: string }
  /** Called once a new passkey has been proved, before it is stored. */
  readonly onPasskeyAdded: (userId: string) => Promise<void>
}) {
  const { db, settings, onPasskeyAdded } = input
  const { GOC_ORIGIN: origin, GOC_AUTH_SECRET: secret } = settings
  return betterAuth({
    appName: 'Gốc',
    baseURL: origin,
    secret,
    trustedOrigins: [origin],
    database: drizzleAdapter(db, { provider: 'sqlite', schema: TABLES }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 256,
      password: { hash: hashPassword, verify: passwordMatches },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: PROLONG_AFTER_SECONDS },
    // Limits are our own, in the database: see attempt-limits.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: origin.startsWith('https:'),
      // Where somebody signs in from is nobody's business.
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    plugins: [
      organisations({ roles: ORGANISATION_ROLES, creatorRole: 'admin' }),
      passkeys({
        rpName: 'Gốc',
        rpID: new URL(origin).hostname,
        origin,
        registration: {
          requireSession: true,
          afterVerification: async ({ user: { id } }) => onPasskeyAdded(id),
        },
      }),
    ],
  })
}

const TABLES = {
  ...{ user, session, account, verification, member, invitation, passkey },
  organization: organisation,
}
