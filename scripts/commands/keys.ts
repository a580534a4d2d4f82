import type { Command } from 'commander'
import { formatAt } from '../../worker/copy/format.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { type KeyView, listKeys } from '../../worker/verbs/keys/list-keys.ts'
import { revokeKey } from '../../worker/verbs/keys/revoke-key.ts'
import { rotateKey } from '../../worker/verbs/keys/rotate-key.ts'
import { listPaperKeys, rotateDocumentKey } from '../../worker/verbs/signed-papers/document-key.ts'
import {
  listStatusKeys,
  type StatusKeyView,
} from '../../worker/verbs/status-lists/list-status-keys.ts'
import { rotateStatusKey } from '../../worker/verbs/status-lists/status-key.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { instant } from '../lib/parse-options.ts'
import { runCommand } from '../lib/run-command.ts'
import { say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'

const STATUS: Readonly<Record<string, string>> = {
  active: 'đang dùng',
  retired: 'đã thay',
  revoked: 'đã thu hồi',
}

type RotateOptions = {
  readonly authority?: string
  readonly lostKek?: true
  readonly lists?: true
  readonly papers?: true
  readonly revokeOld?: true
}

/** goc keys list|rotate|revoke */
export function register(program: Command, openContext: OpenContext): void {
  const keys = commandOf(program, openContext, 'keys').description('Khóa ký tem')

  keys
    .command('list')
    .description('Xem các khóa')
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx }, options: { json?: true }) => {
      const rows = await listKeys({ ctx })
      if (options.json) return say(JSON.stringify(rows))
      if (rows.length === 0) return say('Chưa có khóa nào; khóa đầu tiên tự có khi in tem lần đầu.')
      for (const row of rows) say(keyLine(row))
      for (const row of await listStatusKeys({ ctx }))
        say(otherKeyLine(row, 'danh sách trạng thái'))
      for (const row of await listPaperKeys({ ctx })) say(otherKeyLine(row, 'văn bản có chữ ký'))
    })

  keys
    .command('rotate')
    .description('Tạo khóa mới, khóa cũ chỉ còn để in lại tem của nó')
    .option('--authority <name>', 'đơn vị phát hành')
    .option('--lost-kek', 'GOC_KEK cũ đã mất hẳn: tạo khóa mới theo GOC_KEK hiện nay')
    .option('--lists', 'đổi khóa ký danh sách trạng thái tem, không phải khóa ký tem')
    .option('--papers', 'đổi khóa ký văn bản (hồ sơ vụ việc, biên bản), không phải khóa ký tem')
    .option('--revoke-old', 'với --lists, --papers: khóa cũ bị lộ, không ai được tin nữa')
    .action(({ lostKek, ...options }: RotateOptions) => {
      const open = () => openContext(lostKek === undefined ? {} : { lostKek })
      return runCommand(open, async ({ ctx }) => {
        const { kid } = await rotate(ctx, options)
        say(`Khóa đang dùng: ${kid}`)
      })
    })

  keys
    .command('revoke')
    .description('Thu hồi khóa; tem in từ thời điểm ấy trở đi không còn được tin')
    .argument('<kid>', 'mã khóa, ba ký tự')
    .requiredOption('--from <instant>', 'thời điểm, ví dụ 2026-06-15T08:00:00+07:00')
    .option('--reason <text>', 'lý do')
    .run(async ({ ctx }, kid: string, options: { from: string; reason?: string }) => {
      const { from, ...rest } = options
      const at = instant(from)
      await revokeKey({ ctx, input: { kid: kid.toUpperCase(), from: at, ...rest } })
      say(
        `Đã thu hồi khóa ${kid.toUpperCase()} từ ${formatAt(at, 'vi')}. Hãy tạo khóa mới: goc keys rotate`,
      )
    })
}

function rotate(ctx: VerbContext, options: Omit<RotateOptions, 'lostKek'>) {
  const { lists, papers, revokeOld, ...input } = options
  const revoke = revokeOld === true
  if (lists !== undefined && papers !== undefined) {
    throw new UsageError('Chọn một trong hai: --lists hoặc --papers.')
  }
  if (lists !== undefined) return rotateStatusKey({ ctx, input: { revoke } })
  if (papers !== undefined) return rotateDocumentKey({ ctx, input: { revoke } })
  if (revoke) throw new UsageError('Thu hồi khóa ký tem: goc keys revoke.')
  return rotateKey({ ctx, input })
}

function keyLine(row: KeyView): string {
  const since = `tạo lúc ${formatAt(row.createdAt, 'vi')}`
  const revoked =
    row.revokedFrom === null ? '' : `, không tin từ ${formatAt(row.revokedFrom, 'vi')}`
  return `${row.kid}  ${STATUS[row.status] ?? row.status}  ${row.authority}  ${since}${revoked}`
}

function otherKeyLine({ kid, status, createdAt }: StatusKeyView, signs: string): string {
  const since = `tạo lúc ${formatAt(createdAt, 'vi')}`
  return `${kid}  ${STATUS[status] ?? status}  ${signs}  ${since}`
}
