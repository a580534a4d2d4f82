import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'

/**
 * People and how they sign in. Tables and names are those of better-auth, which once kept them; what
 * it asked for and nobody reads (of `account` all but the password) stays empty.
 */

export const user = sqliteTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Lower case; found by it on sign-in, hence unique. */
  email: text().notNull().unique(),
  emailVerified: integer({ mode: 'boolean' }).notNull().default(false),
  image: text(),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
})

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    expiresAt: instant().notNull(),
    /**
     * SHA-256 of the token, base64url: the token itself is in the cookie alone. Read by it on every
     * request of the portal, hence unique.
     */
    token: text().notNull().unique(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Of the organisations a person works for, the one worked for now. */
    activeOrganizationId: text(),
  },
  (t) => [index('session_user').on(t.userId), index('session_expires').on(t.expiresAt)],
)

/** A way to sign in. Passwords are scrypt hashes; no tokens of other services are kept. */
export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    password: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('account_user').on(t.userId)],
)

/**
 * What waits for an answer, each once: links for new passwords and challenges of passkeys, found by
 * the SHA-256 of what their holder was given.
 */
export const verification = sqliteTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
)

/**
 * What a person is in an organisation: producer, packer, inspector, officer, agency or admin. An
 * officer's, inspector's or agency's word reaches as far as their place: a commune, a province, or
 * (both null) the whole register.
 */
export const member = sqliteTable(
  'member',
  {
    id: text().primaryKey(),
    organizationId: idOf(() => organisation.id),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    provinceCode: text(),
    communeCode: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('member_person').on(t.userId, t.organizationId),
    index('member_organization').on(t.organizationId),
    // The officers of a place.
    index('member_place').on(t.role, t.provinceCode),
  ],
)

/** A link that makes its holder a member. Only a hash of the link's secret is kept. */
export const invitation = sqliteTable(
  'invitation',
  {
    id: text().primaryKey(),
    /** SHA-256 of the secret, base64url; null only in rows not yet upgraded, whose id is the secret. */
    secretHash: text(),
    organizationId: idOf(() => organisation.id),
    email: text().notNull(),
    role: text(),
    provinceCode: text(),
    communeCode: text(),
    status: text({ enum: ['pending', 'accepted', 'rejected', 'canceled'] }).notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    inviterId: idOf(() => user.id),
  },
  (t) => [
    index('invitation_organization').on(t.organizationId),
    index('invitation_email').on(t.email),
    uniqueIndex('invitation_secret').on(t.secretHash),
  ],
)

/** WebAuthn credentials. */
export const passkey = sqliteTable(
  'passkey',
  {
    id: text().primaryKey(),
    name: text(),
    publicKey: text().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    credentialID: text().notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: integer({ mode: 'boolean' }).notNull(),
    transports: text(),
    createdAt: instant(),
    aaguid: text(),
  },
  (t) => [index('passkey_user').on(t.userId), uniqueIndex('passkey_credential').on(t.credentialID)],
)

/** Counters of attempts. Rows are old within minutes and may be lost. */
export const rateLimit = sqliteTable('rate_limit', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: instant().notNull(),
})
