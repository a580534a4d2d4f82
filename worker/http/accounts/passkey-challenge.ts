import * as z from 'zod'
import type { Database } from '../../../db/client.ts'
import { insertChallenge, takeChallengeRow } from '../../../db/queries/accounts-challenges.ts'
import { newId } from '../../lib/ids/new-id.ts'
import { hashSecret, newSecret } from '../../verbs/accounts/link-secret.ts'
import { type CookieSettings, cookieLine, readCookie } from './cookies.ts'

/** What a challenge is for; one is never answered in the place of another. */
export type ChallengeFor =
  | { readonly type: 'registration'; readonly userId: string }
  /** Who it is tells the passkey. */
  | { readonly type: 'authentication'; readonly userId: null }

const COOKIE = 'passkey'
const PATH = '/api/auth/passkey'
/** Long enough to look for a key in a bag. */
const SECONDS = 300

const stored = z.object({
  type: z.enum(['registration', 'authentication']),
  userId: z.string().nullable(),
  expectedChallenge: z.string().min(1),
})

type Desk = { readonly db: Database; readonly settings: CookieSettings }

/** Keeps a challenge for the browser that asked; gives the `Set-Cookie` it is asked for again by. */
export async function keepChallenge(
  { db, settings }: Desk,
  { purpose, challenge }: { readonly purpose: ChallengeFor; readonly challenge: string },
): Promise<string> {
  const secret = newSecret()
  const at = Date.now()
  await insertChallenge(db, {
    ...{ id: newId(), secretHash: await hashSecret(secret) },
    value: JSON.stringify({ ...purpose, expectedChallenge: challenge }),
    ...{ expiresAt: at + SECONDS * 1000, at },
  })
  return cookieLine({
    ...{ name: COOKIE, value: secret, maxAgeSeconds: SECONDS, settings },
    ...{ path: PATH, sameSite: 'Strict' },
  })
}

/**
 * The challenge this browser was given, which is used up by asking, right or wrong. Null when there
 * is none, it is over, or it was given for something or somebody else.
 */
export async function takeChallenge(
  { db, settings }: Desk,
  { purpose, headers }: { readonly purpose: ChallengeFor; readonly headers: Headers },
): Promise<string | null> {
  const secret = readCookie(headers, COOKIE, settings)
  if (secret === null) return null
  const value = await takeChallengeRow(db, {
    ...{ secretHash: await hashSecret(secret), now: Date.now() },
  })
  if (value === null) return null
  const { type, userId, expectedChallenge } = stored.parse(JSON.parse(value))
  return type === purpose.type && userId === purpose.userId ? expectedChallenge : null
}
