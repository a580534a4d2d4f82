import type { Command } from 'commander'
import { addMembership } from '../../worker/verbs/memberships/add-membership.ts'
import { endMembership } from '../../worker/verbs/memberships/change-membership.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { idOfOrganisation } from '../lib/ref-of.ts'
import { say } from '../lib/say.ts'

/** goc memberships add|end */
export function register(program: Command, openContext: OpenContext): void {
  const memberships = commandOf(program, openContext, 'memberships').description(
    'Thành viên của hợp tác xã, tổ hợp tác',
  )

  memberships
    .command('add')
    .description('Ghi một hộ, đơn vị là thành viên; lô của tổ chức được dùng mã số của thành viên')
    .requiredOption('--organisation <name>', 'tên hoặc id tổ chức')
    .requiredOption('--member <name>', 'tên hoặc id thành viên')
    .requiredOption('--from <date>', 'từ ngày, YYYY-MM-DD')
    .option('--to <date>', 'đến hết ngày')
    .run(
      async (
        { ctx },
        options: { organisation: string; member: string; from: string; to?: string },
      ) => {
        const { from: fromOn, to: toOn } = options
        const organisationId = await idOfOrganisation(ctx, options.organisation)
        const memberId = await idOfOrganisation(ctx, options.member)
        say((await addMembership({ ctx, input: { organisationId, memberId, fromOn, toOn } })).id)
      },
    )

  memberships
    .command('end')
    .description('Kết thúc tư cách thành viên')
    .argument('<id>', 'mã ghi nhận thành viên')
    .option('--to <date>', 'ngày cuối cùng; hôm nay nếu không ghi')
    .run(async ({ ctx }, id: string, options: { to?: string }) => {
      await endMembership({ ctx, input: { id, toOn: options.to } })
      say('Đã kết thúc tư cách thành viên.')
    })
}
