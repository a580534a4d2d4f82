import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { member, user } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type MemberRow = {
  readonly id: string
  readonly userId: string
  readonly organisationId: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly provinceName: string | null
  readonly communeName: string | null
  readonly createdAt: number
}

export const PLACE_NAMES = (table: 'm' | 'i') => {
  const nameOf = (level: 'province' | 'commune') =>
    sql`(SELECT a.name FROM administrative_unit a WHERE a.level = ${level}
      AND a.code = ${sql.raw(`${table}.${level}_code`)} ORDER BY a.valid_from DESC LIMIT 1)`
  return sql`${nameOf('province')} AS provinceName, ${nameOf('commune')} AS communeName`
}

const MEMBER = sql`m.id, m.user_id AS userId, m.organization_id AS organisationId, u.name, u.email,
  m.role, m.province_code AS provinceCode, m.commune_code AS communeCode,
  m.created_at AS createdAt, ${PLACE_NAMES('m')}`

/** Members of an organisation in the order they joined, at most `limit` after the given one. */
export function listMemberRows(
  db: Database,
  input: {
    readonly organisationId: string
    readonly after: { readonly createdAt: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<MemberRow[]> {
  const { organisationId, after, limit } = input
  const { createdAt, id } = after ?? { createdAt: -1, id: '' }
  return db.all<MemberRow>(sql`
    SELECT ${MEMBER} FROM member m JOIN user u ON u.id = m.user_id
    WHERE m.organization_id = ${organisationId} AND (m.created_at, m.id) > (${createdAt}, ${id})
    ORDER BY m.created_at, m.id LIMIT ${limit}`)
}

export async function readMember(db: Database, id: string): Promise<MemberRow | null> {
  const [row] = await db.all<MemberRow>(
    sql`SELECT ${MEMBER} FROM member m JOIN user u ON u.id = m.user_id WHERE m.id = ${id} LIMIT 1`,
  )
  return row ?? null
}

/** The member of an organisation with that e-mail address. */
export async function findMember(
  db: Database,
  input: { readonly organisationId: string; readonly email: string },
): Promise<MemberRow | null> {
  const [row] = await db.all<MemberRow>(sql`
    SELECT ${MEMBER} FROM user u JOIN member m ON m.user_id = u.id
    WHERE u.email = ${input.email} AND m.organization_id = ${input.organisationId} LIMIT 1`)
  return row ?? null
}

/** Organisations a person works for, in the order they joined them. */
export function listMemberships(
  db: Database,
  userId: string,
): Promise<{ organisationId: string; organisationName: string; role: string }[]> {
  return db.all(sql`
    SELECT m.organization_id AS organisationId, o.name AS organisationName, m.role
    FROM member m JOIN organisation o ON o.id = m.organization_id
    WHERE m.user_id = ${userId} ORDER BY m.created_at, m.id LIMIT 50`)
}

export function insertMember(db: Database, row: typeof member.$inferInsert): Statement {
  return db.insert(member).values(row)
}

export function updateMember(
  db: Database,
  input: {
    readonly id: string
    readonly role: string
    readonly provinceCode: string | null
    readonly communeCode: string | null
  },
): Statement {
  const { id, role, provinceCode, communeCode } = input
  return db.run(sql`
    UPDATE member SET role = ${role}, province_code = ${provinceCode}, commune_code = ${communeCode}
    WHERE id = ${id}`)
}

export function deleteMember(db: Database, id: string): Statement {
  return db.run(sql`DELETE FROM member WHERE id = ${id}`)
}

/** For a guard: the membership still stands as it was read. */
export function memberStands(row: Pick<MemberRow, 'id' | 'role' | 'provinceCode' | 'communeCode'>) {
  return sql`EXISTS (SELECT 1 FROM member WHERE id = ${row.id} AND role = ${row.role}
    AND province_code IS ${row.provinceCode} AND commune_code IS ${row.communeCode})`
}

/** For a guard: somebody else administers the installation. There are few administrators, and early ones. */
export function anotherAdminThan(memberId: string) {
  return sql`EXISTS (SELECT 1 FROM member WHERE role = 'admin' AND id <> ${memberId})`
}

export async function anyMemberExists(db: Database): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM member LIMIT 1`)
  return rows.length > 0
}

export type UserRow = { readonly id: string; readonly name: string; readonly email: string }

export async function findUser(db: Database, email: string): Promise<UserRow | null> {
  const [row] = await db.all<UserRow>(
    sql`SELECT id, name, email FROM user WHERE email = ${email} LIMIT 1`,
  )
  return row ?? null
}

export function insertUser(
  db: Database,
  row: { readonly id: string; readonly name: string; readonly email: string; readonly at: number },
): Statement {
  const at = new Date(row.at)
  return db.insert(user).values({ ...row, emailVerified: false, createdAt: at, updatedAt: at })
}

/** Inserts who must be there for a foreign key; nothing happens when they are. */
export function ensureUser(
  db: Database,
  row: { readonly id: string; readonly name: string; readonly email: string; readonly at: number },
): Statement {
  const at = new Date(row.at)
  return db
    .insert(user)
    .values({ ...row, emailVerified: false, createdAt: at, updatedAt: at })
    .onConflictDoNothing()
}

export function renameUser(
  db: Database,
  input: { readonly userId: string; readonly name: string; readonly at: number },
): Statement {
  const { userId, name, at } = input
  return db.run(sql`UPDATE user SET name = ${name}, updated_at = ${at} WHERE id = ${userId}`)
}
