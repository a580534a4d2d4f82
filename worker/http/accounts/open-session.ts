import type { SQL } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'
import {
  deleteSessionByToken,
  insertSession,
  readSignedIn,
  type SignedInRow,
} from '../../../db/queries/accounts-sessions.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { newId } from '../../lib/ids/new-id.ts'
import { dropUnseen } from '../../lib/text/sound-text.ts'
import { hashSecret, newSecret } from '../../verbs/accounts/link-secret.ts'
import { personOf } from '../../verbs/accounts/person-of.ts'
import type { SignedIn } from './accounts.ts'
import type { CookieSettings } from './cookies.ts'
import { readSessionToken, SESSION_SECONDS, sessionCookie } from './session-cookie.ts'

const LONGEST_AGENT = 512

export type OpenedSession =
  | { readonly kind: 'opened'; readonly signedIn: SignedIn; readonly cookie: string }
  /** The password or passkey was changed or taken away while it was looked at. */
  | { readonly kind: 'proof_gone' }
  | { readonly kind: 'no_organisation' }

/**
 * A session for somebody who proved who they are. Its token is new whatever the browser brought
 * along, so none that was planted there is ever taken over; the session it had before ends. The
 * proof must still stand at the moment of writing: a new password ends all sessions, and one opened
 * by the old password must not slip in behind it.
 */
export async function openSession(input: {
  readonly db: Database
  readonly settings: CookieSettings
  readonly headers: Headers
  readonly userId: string
  readonly proof: {
    readonly stands: SQL
    /** Written along with the session. */
    readonly statements: readonly Statement[]
  }
}): Promise<OpenedSession> {
  const { db, settings, headers, userId, proof } = input
  const token = newSecret()
  const tokenHash = await hashSecret(token)
  const now = Date.now()
  const userAgent = agentOf(headers)
  const expiresAt = now + SESSION_SECONDS * 1000
  try {
    await runBatch(db, [
      guardStatement(db, proof.stands),
      ...proof.statements,
      insertSession(db, { id: newId(), tokenHash, userId, userAgent, expiresAt, at: now }),
    ])
  } catch (error) {
    if (!isGuardRefusal(error)) throw error
    return { kind: 'proof_gone' }
  }
  const row = await readSignedIn(db, { tokenHash, now })
  const signedIn = row === null ? null : signedInOf(row)
  const before = signedIn === null ? token : readSessionToken(headers, settings)
  if (before !== null) {
    await runBatch(db, [deleteSessionByToken(db, { tokenHash: await hashSecret(before) })])
  }
  return signedIn === null
    ? { kind: 'no_organisation' }
    : { kind: 'opened', signedIn, cookie: sessionCookie(token, settings) }
}

/** Null for somebody whose role this version does not know. */
export function signedInOf(row: SignedInRow): SignedIn | null {
  const person = personOf(row)
  const { sessionId, createdAt, unread, organisations, mark } = row
  return person === null
    ? null
    : { person, sessionId, signedInAt: createdAt, unread, organisations, mark }
}

/** What a browser calls itself, so that people know their sessions apart. */
function agentOf(headers: Headers): string | null {
  const agent = headers.get('user-agent')
  return agent === null ? null : dropUnseen(agent).slice(0, LONGEST_AGENT)
}
