import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ORGANISATION_KINDS } from '../../worker/domain/access/organisation-kinds.ts'
import type { PartText } from '../../worker/lib/text/local-text.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'

/**
 * A producer, cooperative, company or public body. `nameFolded` (lower case, no tones, đ as d)
 * is what searches and imports match, so it is indexed and `name` is not; `nameKey` is what imports
 * ask about, so it is too.
 */
export const organisation = sqliteTable(
  'organisation',
  {
    id: id(),
    name: text().notNull(),
    nameFolded: text().notNull(),
    /** The name with its words spelled out (`holderKey`): names that may be one organisation's share it. */
    nameKey: text().notNull().default(''),
    kind: text({ enum: ORGANISATION_KINDS }).notNull(),
    /** A natural person's name is public only with recorded consent (Law 91/2025/QH15). */
    nameConsentOn: calendarDate(),
    taxNo: text(),
    gln: text(),
    address: text(),
    communeCode: text(),
    communeName: text(),
    provinceCode: text(),
    provinceName: text(),
    hotline: text(),
    /** When the telephone is answered, as people write it. */
    hotlineHours: text(),
    /** Who they are and how they work, in as many languages as they have it in. */
    story: text({ mode: 'json' }).$type<PartText>(),
    /** The people behind it by name; shown only with the day they agreed (Law 91/2025/QH15). */
    people: text(),
    peopleConsentOn: calendarDate(),
    suspendedOn: calendarDate(),
    /** These three are empty: an earlier version asked for them. */
    slug: text().unique(),
    logo: text(),
    metadata: text(),
    /** Where letters to the organisation go beside its members; never public. */
    email: text(),
    demo: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('organisation_name_folded').on(t.nameFolded),
    // Whose things lie in a place.
    index('organisation_place').on(t.provinceCode, t.communeCode),
    index('organisation_name_key').on(t.nameKey),
    index('organisation_newest').on(t.createdAt, t.id),
  ],
)

/**
 * The logo an organisation has on its labels, as dots: what it was made of is not kept. Small enough to
 * stand in a row that printing reads.
 */
export const organisationLogo = sqliteTable('organisation_logo', {
  organisationId: text()
    .primaryKey()
    .references(() => organisation.id),
  width: integer().notNull(),
  height: integer().notNull(),
  /** One bit a dot, rows of whole bytes, in base64. */
  base64: text().notNull(),
  changedAt: instant().notNull(),
  actor: text().notNull(),
})

/**
 * Members of a cooperative or group: households, farms or other organisations whose codes it packs
 * under. Counts only once the member, or an officer, has confirmed it: nobody makes another one's
 * codes their own by writing them down as a member.
 */
export const organisationMembership = sqliteTable(
  'organisation_membership',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    memberId: idOf(() => organisation.id),
    fromOn: calendarDate().notNull(),
    /** Last day of membership; null while it has no end. */
    toOn: calendarDate(),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    confirmedAt: instant(),
    confirmedBy: text(),
  },
  (t) => [
    uniqueIndex('organisation_membership_once').on(t.organisationId, t.memberId, t.fromOn),
    index('organisation_membership_member').on(t.memberId),
  ],
)
