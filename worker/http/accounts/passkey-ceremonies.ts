import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type VerifiedAuthenticationResponse,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import * as z from 'zod'
import type { Database } from '../../../db/client.ts'
import { isUniqueViolation } from '../../../db/errors.ts'
import {
  insertPasskey,
  listPasskeys,
  passkeyIs,
  readPasskey,
  updateCounter,
} from '../../../db/queries/accounts-passkeys.ts'
import { sessionStands } from '../../../db/queries/accounts-sessions.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { PRODUCT_NAME } from '../../copy/site.ts'
import { newId } from '../../lib/ids/new-id.ts'
import { neverGiveWay } from '../../lib/steps/give-way.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import { auditStatement } from '../../verbs/audit/audit-statement.ts'
import type { SignedIn } from './accounts.ts'
import type { CookieSettings } from './cookies.ts'
import { openSession } from './open-session.ts'
import { type ChallengeFor, keepChallenge, takeChallenge } from './passkey-challenge.ts'

/** One step of a ceremony (WebAuthn, section 7): what the browser sent, and where it stands. */
export type Step = {
  readonly db: Database
  readonly settings: CookieSettings
  readonly headers: Headers
  /** JSON as it was sent; null where it was none. */
  readonly body: unknown
}

/** An answer of JSON, with the `Set-Cookie` lines that go along. */
export type StepAnswer =
  | { readonly status: 200; readonly json: object; readonly cookies: readonly string[] }
  | { readonly status: 400 | 401 | 403 }

/** EdDSA, ES256 and RS256: what every authenticator has one of and every runtime of ours verifies. */
const ALGORITHMS = [-8, -7, -257]
const LONGEST_NAME = 200

const encoded = z.string().max(48 * 1024)
const credential = z.object({
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
})
const registrationBody = z.object({
  name: z.string().max(LONGEST_NAME).nullish(),
  response: credential.extend({
    response: z.object({
      clientDataJSON: encoded,
      attestationObject: encoded,
      transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .default([]),
    }),
  }),
})
const namedBody = z.object({ response: z.object({ id: encoded }) })
const authenticationBody = z.object({
  response: credential.extend({
    response: z.object({
      clientDataJSON: encoded,
      authenticatorData: encoded,
      signature: encoded,
    }),
  }),
})

/** What somebody signed in makes a new passkey with. */
export async function offerRegistration(step: Step, adder: SignedIn): Promise<StepAnswer> {
  const { userId, email } = adder.person
  const known = await listPasskeys(step.db, userId)
  const options = await generateRegistrationOptions({
    ...{ rpName: PRODUCT_NAME, rpID: rpIdOf(step), userName: email, userDisplayName: email },
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialID, transports }) => ({
      id: credentialID,
      transports: (transports ?? '').split(',').filter((name) => name !== ''),
    })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
  const purpose = { type: 'registration', userId } as const
  return offered(step, purpose, options)
}

/** Keeps a new passkey, once it signed the challenge; it is on record, or it is not there. */
export async function register(step: Step, adder: SignedIn): Promise<StepAnswer> {
  const { db, settings, headers } = step
  const { person, sessionId } = adder
  const { userId } = person
  const purpose = { type: 'registration', userId } as const
  const expectedChallenge = await takeChallenge({ db, settings }, { purpose, headers })
  const body = registrationBody.safeParse(step.body)
  if (expectedChallenge === null || !body.success) return { status: 400 }
  const { response, name } = body.data
  const verified = await orNull<VerifiedRegistrationResponse>(() =>
    verifyRegistrationResponse({
      ...{ response, expectedChallenge },
      ...{ expectedOrigin: settings.GOC_ORIGIN, expectedRPID: rpIdOf(step) },
      ...{ requireUserVerification: false, supportedAlgorithmIDs: ALGORITHMS },
    }),
  )
  if (verified === null || !verified.verified) return { status: 400 }
  const { registrationInfo: made } = verified
  const ctx = { db, actor: person, source: 'portal', now: Date.now, newId } as const
  try {
    await runBatch(db, [
      guardStatement(db, sessionStands({ id: sessionId, now: Date.now() })),
      insertPasskey(db, {
        ...{ id: newId(), userId, name: mendText(name ?? '').trim() || null },
        ...{ credentialID: made.credential.id, counter: made.credential.counter },
        publicKey: Buffer.from(made.credential.publicKey).toString('base64'),
        transports: response.response.transports.join(','),
        ...{ deviceType: made.credentialDeviceType, backedUp: made.credentialBackedUp },
        ...{ aaguid: made.aaguid, createdAt: Date.now() },
      }),
      auditStatement(
        { ...ctx, giveWay: neverGiveWay, labelOrigin: '', kek: new Uint8Array() },
        { action: 'account.passkey_add', entity: 'user', entityId: userId },
      ),
    ])
  } catch (error) {
    if (isGuardRefusal(error)) return { status: 401 }
    if (isUniqueViolation(error)) return { status: 400 }
    throw error
  }
  return { status: 200, json: { added: true }, cookies: [] }
}

/** What a passkey signs somebody in with; which one, and so who, the device asks. */
export async function offerAuthentication(step: Step): Promise<StepAnswer> {
  const options = await generateAuthenticationOptions({
    ...{ rpID: rpIdOf(step), userVerification: 'preferred' },
  })
  return offered(step, AUTHENTICATION, options)
}

/**
 * Signs in whoever's passkey signed the challenge. A counter that did not go on is refused: of two
 * devices with one key, one is a copy.
 */
export async function authenticate(
  step: Step,
  knowDevice: (headers: Headers, email: string) => string,
): Promise<StepAnswer> {
  const { db, settings, headers } = step
  const given = { purpose: AUTHENTICATION, headers }
  const expectedChallenge = await takeChallenge({ db, settings }, given)
  const named = namedBody.safeParse(step.body)
  if (expectedChallenge === null || !named.success) return { status: 400 }
  const passkey = await readPasskey(db, named.data.response.id)
  if (passkey === null) return { status: 401 }
  const body = authenticationBody.safeParse(step.body)
  if (!body.success) return { status: 400 }
  const { id, userId, counter } = passkey
  const verified = await orNull<VerifiedAuthenticationResponse>(() =>
    verifyAuthenticationResponse({
      ...{ response: body.data.response, expectedChallenge },
      ...{ expectedOrigin: settings.GOC_ORIGIN, expectedRPID: rpIdOf(step) },
      credential: {
        ...{ id: named.data.response.id, counter },
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64')),
      },
      requireUserVerification: false,
    }),
  )
  if (verified === null) return { status: 400 }
  if (!verified.verified) return { status: 401 }
  const { newCounter } = verified.authenticationInfo
  const opened = await openSession({
    ...{ db, settings, headers, userId },
    proof: {
      stands: passkeyIs({ id, counter }),
      statements: [updateCounter(db, { id, counter: newCounter })],
    },
  })
  if (opened.kind !== 'opened') return { status: 401 }
  const cookies = [opened.cookie, knowDevice(headers, opened.signedIn.person.email)]
  return { status: 200, json: { signedIn: true }, cookies }
}

const AUTHENTICATION = { type: 'authentication', userId: null } as const

async function offered(
  { db, settings }: Step,
  purpose: ChallengeFor,
  options: { readonly challenge: string },
): Promise<StepAnswer> {
  const { challenge } = options
  const cookie = await keepChallenge({ db, settings }, { purpose, challenge })
  return { status: 200, json: options, cookies: [cookie] }
}

function rpIdOf({ settings }: Step): string {
  return new URL(settings.GOC_ORIGIN).hostname
}

/** The library throws at whatever is not as it should be, of which the sender made all. */
async function orNull<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify()
  } catch {
    return null
  }
}
