import type { Command } from 'commander'
import { anyMemberExists, findMember } from '../../db/queries/accounts-members.ts'
import { ROLES, type Role } from '../../worker/domain/access/roles.ts'
import { formatDate } from '../../worker/lib/time/format-date.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { ORGANISATION } from '../../worker/resources/organisation.ts'
import { inviteMember } from '../../worker/verbs/accounts/invite-member.ts'
import { listMembers } from '../../worker/verbs/accounts/list-members.ts'
import { removeMember } from '../../worker/verbs/accounts/remove-member.ts'
import { requestNewPassword } from '../../worker/verbs/accounts/request-new-password.ts'
import { Problem } from '../../worker/verbs/errors.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { commandOf } from '../lib/goc-command.ts'
import { loadAdministrativeUnits } from '../lib/load-administrative-units.ts'
import type { CommandContext, OpenContext } from '../lib/open-context.ts'
import { idOfOrganisation } from '../lib/ref-of.ts'
import { note, say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'

type OfOne = { organisation: string }
type InviteOptions = OfOne & { role: Role; province?: string; commune?: string }

/** goc accounts invite|list|remove|reset-link */
export function register(program: Command, openContext: OpenContext): void {
  const accounts = commandOf(program, openContext, 'accounts').description(
    'Tài khoản của trang làm việc',
  )

  accounts
    .command('invite')
    .description('Mời một người; in liên kết để nhận lời, dùng một lần trong 7 ngày')
    .argument('<email>', 'thư điện tử')
    .oneOf('--role <role>', 'vai trò', ROLES)
    .requiredOption('--organisation <name>', 'đơn vị (tên hoặc id)')
    .option('--province <code>', 'mã tỉnh phụ trách, ví dụ 91')
    .option('--commune <name>', 'xã, phường phụ trách')
    .run(invite)

  accounts
    .command('list')
    .description('Xem thành viên và lời mời của một đơn vị')
    .requiredOption('--organisation <name>', 'đơn vị (tên hoặc id)')
    .run(list)

  accounts
    .command('remove')
    .description('Đưa một người ra khỏi đơn vị')
    .argument('<email>', 'thư điện tử')
    .requiredOption('--organisation <name>', 'đơn vị (tên hoặc id)')
    .run(remove)

  accounts
    .command('reset-link')
    .description('In liên kết đặt lại mật khẩu, dùng một lần trong một giờ')
    .argument('<email>', 'thư điện tử')
    .run(async ({ ctx, origin }, email: string) => {
      const made = await requestNewPassword({ ctx, input: { email }, origin })
      if (made === null) throw new UsageError(`Không có tài khoản ${email} nào có mật khẩu.`)
      say(`${origin}${made.path}`)
    })
}

async function invite(
  { ctx, origin }: CommandContext,
  email: string,
  { role, organisation, province, commune }: InviteOptions,
): Promise<void> {
  await loadAdministrativeUnits(ctx.db)
  const organisationId = await organisationIdOf(ctx, organisation)
  const invited = await inviteMember({
    ctx,
    input: {
      ...{ organisationId, email, role },
      ...(province === undefined ? {} : { province }),
      ...(commune === undefined ? {} : { commune }),
    },
    origin,
  })
  const until = formatDate(vietnamDateOf(invited.expiresAt))
  note(`Gửi liên kết sau cho ${email}; dùng được một lần, đến hết ngày ${until}.`)
  say(`${origin}${invited.path}`)
}

/** The first administrator of an installation comes with the organisation that runs it. */
async function organisationIdOf(ctx: CommandContext['ctx'], reference: string): Promise<string> {
  try {
    return await idOfOrganisation(ctx, reference)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    if (await anyMemberExists(ctx.db)) {
      throw new UsageError(
        `${error.text.vi} Thêm bằng: goc organisations create --name "${reference}" --kind state`,
      )
    }
    const { id } = await addRecord(ctx, ORGANISATION, { texts: { name: reference, kind: 'state' } })
    note(`Đã thêm đơn vị “${reference}”.`)
    return id
  }
}

async function list({ ctx }: CommandContext, { organisation: reference }: OfOne): Promise<void> {
  const organisationId = await idOfOrganisation(ctx, reference)
  let after: string | null = null
  let people = 0
  do {
    const page = await listMembers({ ctx, input: { organisationId, after } })
    for (const { email, role, name } of page.members) say(`${email}  ${role}  ${name}`)
    if (after === null) {
      for (const { email, role } of page.invitations) note(`Chờ nhận lời: ${email}  ${role}`)
      if (page.invitations.length > 0) {
        note(
          'Liên kết không được giữ lại; mời lại cùng địa chỉ (accounts invite) để có liên kết mới.',
        )
      }
    }
    people += page.members.length
    after = page.next
  } while (after !== null)
  if (people === 0) note('Đơn vị này chưa có ai.')
}

async function remove(
  { ctx }: CommandContext,
  email: string,
  { organisation: reference }: OfOne,
): Promise<void> {
  const organisationId = await idOfOrganisation(ctx, reference)
  const row = await findMember(ctx.db, { organisationId, email: email.trim().toLowerCase() })
  if (row === null) throw new UsageError(`${email} không phải thành viên của đơn vị này.`)
  await removeMember({ ctx, input: { memberId: row.id } })
  say(`Đã đưa ${row.name} ra khỏi đơn vị.`)
}
