import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { findMember, findUser } from '../../db/queries/accounts-members.ts'
import { readPasswordHash, updatePassword } from '../../db/queries/accounts-passwords.ts'
import { runBatch } from '../../db/queries/run-batch.ts'
import type { Role } from '../../worker/domain/access/roles.ts'
import { ORGANISATION } from '../../worker/resources/organisation.ts'
import { acceptInvitation } from '../../worker/verbs/accounts/accept-invitation.ts'
import { inviteMember } from '../../worker/verbs/accounts/invite-member.ts'
import { hashPassword, passwordMatches } from '../../worker/verbs/accounts/password-hash.ts'
import { auditStatement } from '../../worker/verbs/audit/audit-statement.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import type { DemoFile } from '../lib/announce.ts'
import { isLoopback } from '../lib/loopback.ts'
import { type DemoContext, demoOrganisationId, exists } from './demo-context.ts'
import { DEMO_CONTACT, MANGO_COOP, PACKER } from './demo-organisations.ts'

type DemoPerson = {
  readonly role: Role
  readonly name: string
  readonly organisation: string
  /** Code of the province a public servant answers for. */
  readonly province?: string
}

const AN_GIANG = '91'
export const OFFICE = 'Chi cục Trồng trọt và Bảo vệ thực vật Minh Họa An Giang'
const MARKETS = 'Chi cục Quản lý thị trường Minh Họa An Giang'
const OPERATOR = 'Đơn vị vận hành Minh Họa'

/** One for each role. Nobody of that name exists. */
const PEOPLE: readonly DemoPerson[] = [
  { role: 'producer', name: 'Nguyễn Minh Họa', organisation: MANGO_COOP },
  { role: 'packer', name: 'Trần Minh Họa', organisation: PACKER },
  { role: 'inspector', name: 'Lê Minh Họa', organisation: OFFICE, province: AN_GIANG },
  { role: 'officer', name: 'Phạm Minh Họa', organisation: OFFICE, province: AN_GIANG },
  { role: 'agency', name: 'Võ Minh Họa', organisation: MARKETS, province: AN_GIANG },
  { role: 'admin', name: 'Đặng Minh Họa', organisation: OPERATOR },
]

/**
 * Demo accounts, one a role, with passwords made from this installation's own secret: made again
 * they are the same. Throws where others than this machine could reach them.
 */
export async function demoAccounts(
  demo: DemoContext,
  { origin, secret }: { readonly origin: string; readonly secret: string },
): Promise<DemoFile['accounts']> {
  if (!isLoopback(origin)) throw new Error('Tài khoản minh họa chỉ dùng trên máy này (localhost).')
  const ctx = { ...demo.then(0), now: Date.now }
  await ensureOrganisations(ctx, demo)
  const accounts = []
  for (const person of PEOPLE) {
    const email = `${person.role}@minh-hoa.example`
    const password = passwordOf(person.role, secret)
    await ensurePerson({ ctx, demo, person, email, password, origin })
    accounts.push({ role: person.role, email, password })
  }
  return accounts
}

async function ensureOrganisations(ctx: VerbContext, { db }: DemoContext): Promise<void> {
  for (const name of [OFFICE, MARKETS, OPERATOR]) {
    if (await exists(db, sql`SELECT 1 FROM organisation WHERE demo = 1 AND name = ${name}`))
      continue
    await addRecord(ctx, ORGANISATION, {
      texts: {
        ...{ name, kind: 'state', provinceName: 'An Giang' },
        ...(name === OFFICE ? DEMO_CONTACT : {}),
      },
      columns: { provinceCode: AN_GIANG, demo: true },
    })
  }
}

async function ensurePerson(input: {
  readonly ctx: VerbContext
  readonly demo: DemoContext
  readonly person: DemoPerson
  readonly email: string
  readonly password: string
  readonly origin: string
}): Promise<void> {
  const { ctx, demo, person, email, password, origin } = input
  const { role, name, province = '' } = person
  const organisationId = await demoOrganisationId(demo.db, person.organisation)
  if ((await findMember(ctx.db, { organisationId, email })) === null) {
    const fields = { organisationId, email, role, province }
    const { path } = await inviteMember({ ctx, input: fields, origin })
    const secret = path.split('/').at(-1) ?? ''
    await acceptInvitation({ ctx, input: { secret, person: null, name, password } })
    return
  }
  const user = await findUser(ctx.db, email)
  const stored = user === null ? null : await readPasswordHash(ctx.db, user.id)
  if (user === null || stored === null) return
  if (await passwordMatches({ hash: stored, password })) return
  const hash = await hashPassword(password)
  await runBatch(ctx.db, [
    updatePassword(ctx.db, { userId: user.id, hash, at: ctx.now() }),
    auditStatement(ctx, { action: 'account.password', entity: 'user', entityId: user.id }),
  ])
}

const SYLLABLES = 'lua xoai che que chuoi dua rau nuoc dat nang mua gio song nui dong bien'.split(
  ' ',
)

/** Four syllables and a number, to be typed off the screen; as hard to guess as the secret is for others. */
function passwordOf(role: Role, secret: string): string {
  const bytes = createHmac('sha256', secret).update(`demo account ${role}`).digest()
  const words = [0, 1, 2, 3].map((i) => SYLLABLES[(bytes[i] ?? 0) % SYLLABLES.length])
  return `${words.join('-')}-${100 + (bytes.readUInt16BE(4) % 900)}`
}
