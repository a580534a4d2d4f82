import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { member, organisation, user } from '../schema/index.ts'
import type { RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { isStill } from './row-guards.ts'
import { deleteOf, insertPartOf, setOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'
import { unitName } from './unit-name.ts'

const MEMBER = {
  ...pick(member, 'id', 'userId'),
  organisationId: member.organizationId,
  ...pick(user, 'name', 'email'),
  ...pick(member, 'role', 'provinceCode', 'communeCode'),
  provinceName: unitName('province', member.provinceCode),
  communeName: unitName('commune', member.communeCode),
  createdAt: member.createdAt,
}

export type MemberRow = RowOf<typeof MEMBER>

function selectMembers(db: Database) {
  return db.select(MEMBER).from(member).innerJoin(user, eq(user.id, member.userId))
}

/** Members of an organisation in the order they joined, at most `limit` after the given one. */
export function listMemberRows(
  db: Database,
  input: {
    readonly organisationId: string
    readonly after: { readonly createdAt: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<MemberRow[]> {
  const { createdAt, id } = input.after ?? { createdAt: -1, id: '' }
  const isLater = sql`(${member.createdAt}, ${member.id}) > (${createdAt}, ${id})`
  return selectMembers(db)
    .where(and(eq(member.organizationId, input.organisationId), isLater))
    .orderBy(member.createdAt, member.id)
    .limit(input.limit)
}

export function readMember(db: Database, id: string): Promise<MemberRow | null> {
  return firstOf(selectMembers(db).where(eq(member.id, id)).limit(1))
}

/** The member of an organisation with that e-mail address. */
export function findMember(
  db: Database,
  input: { readonly organisationId: string; readonly email: string },
): Promise<MemberRow | null> {
  const { organisationId, email } = input
  const isTheirs = and(eq(user.email, email), eq(member.organizationId, organisationId))
  return firstOf(selectMembers(db).where(isTheirs).limit(1))
}

/** Organisations a person works for, in the order they joined them. */
export function listMemberships(db: Database, userId: string) {
  return db
    .select({
      organisationId: member.organizationId,
      organisationName: organisation.name,
      role: member.role,
    })
    .from(member)
    .innerJoin(organisation, eq(organisation.id, member.organizationId))
    .where(eq(member.userId, userId))
    .orderBy(member.createdAt, member.id)
    .limit(50)
}

export const insertMember = insertPartOf(member)

export const updateMember = setOf(member, 'role', 'provinceCode', 'communeCode')

export const deleteMember = deleteOf(member, member.id)

/** For a guard: the membership still stands as it was read. */
export const memberStands = isStill(member, 'role', 'provinceCode', 'communeCode')

/** For a guard: somebody else administers the installation. There are few administrators, and early ones. */
export function anotherAdminThan(memberId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM member WHERE role = 'admin' AND id <> ${memberId})`
}

export async function anyMemberExists(db: Database): Promise<boolean> {
  return (await firstOf(db.select({ id: member.id }).from(member).limit(1))) !== null
}

export type UserRow = Pick<typeof user.$inferSelect, 'id' | 'name' | 'email'>

export function findUser(db: Database, email: string): Promise<UserRow | null> {
  const fields = { id: user.id, name: user.name, email: user.email }
  return firstOf(db.select(fields).from(user).where(eq(user.email, email)).limit(1))
}

export function insertUser(db: Database, row: UserRow & { readonly at: number }) {
  const { at, ...person } = row
  return db.insert(user).values({ ...person, createdAt: at, updatedAt: at })
}

/** Inserts who must be there for a foreign key; nothing happens when they are. */
export function ensureUser(db: Database, row: UserRow & { readonly at: number }): Statement {
  return insertUser(db, row).onConflictDoNothing()
}

export function renameUser(
  db: Database,
  input: { readonly userId: string; readonly name: string; readonly at: number },
): Statement {
  const { userId, name, at } = input
  return db.update(user).set({ name, updatedAt: at }).where(eq(user.id, userId))
}
