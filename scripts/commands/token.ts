import type { Command } from 'commander'
import { SCOPES, type Scope } from '../../worker/verbs/context.ts'
import { createToken } from '../../worker/verbs/tokens/create-token.ts'
import { listTokens } from '../../worker/verbs/tokens/list-tokens.ts'
import { revokeToken } from '../../worker/verbs/tokens/revoke-token.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { instant, list } from '../lib/parse-options.ts'
import { note, say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'

type CreateOptions = { name: string; organisation?: string; scope?: string[]; expires?: string }

/** goc token create|list|revoke */
export function register(program: Command, openContext: OpenContext): void {
  const token = commandOf(program, openContext, 'token').description(
    'Mã truy cập cho phần mềm khác',
  )

  token
    .command('create')
    .description('Tạo mã truy cập; mã chỉ hiện một lần')
    .option('--name <name>', 'tên để nhận ra', 'Mã truy cập')
    .option('--organisation <name>', 'chỉ được đụng tới dữ liệu của tổ chức này (tên hoặc id)')
    .option(
      '--scope <scope>',
      `quyền, ghi được nhiều lần: ${SCOPES.join(', ')} (mặc định: tất cả)`,
      list,
    )
    .option('--expires <instant>', 'hết hạn lúc')
    .run(async ({ ctx }, options: CreateOptions) => {
      const { name, organisation, expires } = options
      const input = {
        name,
        scopes: scopesOf(options.scope),
        ...(organisation === undefined ? {} : { organisationRef: organisation }),
        ...(expires === undefined ? {} : { expiresAt: instant(expires) }),
      }
      const made = await createToken({ ctx, input })
      note(`Mã truy cập ${made.id} (${name}). Hãy cất ngay dòng dưới đây; nó không hiện lại.`)
      say(made.token)
    })

  token
    .command('list')
    .description('Xem các mã truy cập')
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx }, options: { json?: true }) => {
      const rows = await listTokens({ ctx })
      if (options.json) return say(JSON.stringify(rows))
      if (rows.length === 0) return say('Chưa có mã truy cập nào.')
      for (const row of rows) {
        const state = row.revokedAt === null ? 'đang dùng' : 'đã thu hồi'
        const used = row.lastUsedAt === null ? 'chưa dùng' : new Date(row.lastUsedAt).toISOString()
        say(`${row.id}  ${state}  ${row.name}  ${row.scopes.join(',')}  ${used}`)
      }
    })

  token
    .command('revoke')
    .description('Thu hồi mã truy cập')
    .argument('<id>', 'id của mã')
    .run(async ({ ctx }, id: string) => {
      await revokeToken({ ctx, input: { id } })
      say(`Đã thu hồi mã truy cập ${id}.`)
    })
}

function scopesOf(given: readonly string[] | undefined): Scope[] {
  if (given === undefined) return [...SCOPES]
  const unknown = given.find((scope) => !SCOPES.some((known) => known === scope))
  if (unknown !== undefined)
    throw new UsageError(`Không có quyền “${unknown}”; có: ${SCOPES.join(', ')}.`)
  return SCOPES.filter((scope) => given.includes(scope))
}
