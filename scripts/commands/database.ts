import { resolve } from 'node:path'
import { createClient } from '@libsql/client'
import type { Command } from 'commander'
import { followMending } from '../../worker/verbs/audit/follow-mending.ts'
import { checkTexts, type WrongText } from '../lib/check-texts.ts'
import { commandOf } from '../lib/goc-command.ts'
import { holdData, usedFault } from '../lib/hold-data.ts'
import { databaseElsewhere, serverFolder } from '../lib/local-database.ts'
import type { CommandContext, OpenContext } from '../lib/open-context.ts'
import { processesUsing } from '../lib/open-files.ts'
import { dataDirectory } from '../lib/paths.ts'
import { note, say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'
import { type Recovery, recoverDatabase } from '../recover/recover-database.ts'

/** goc database recover|check */
export function register(program: Command, openContext: OpenContext): void {
  const database = commandOf(program, openContext, 'database').description(
    'Tệp cơ sở dữ liệu trên máy này',
  )

  database
    .command('recover')
    .description('Dựng lại các tệp hỏng bên cạnh cơ sở dữ liệu, sau khi mất điện hoặc đầy đĩa')
    .option('--folder <path>', 'thư mục của máy chủ sqld (--db-path), nếu tự chạy sqld')
    .action(({ folder }: { folder?: string }) =>
      folder === undefined ? recoverOwn() : recoverFolder(resolve(folder)),
    )

  database
    .command('check')
    .description('Tìm chữ bị hỏng trong cơ sở dữ liệu (nửa ký hiệu, ký tự điều khiển, đảo chiều)')
    .option('--mend', 'sửa những chỗ được phép sửa; dòng chỉ ghi thêm thì giữ nguyên và chỉ báo')
    .run(check)
}

/** Lists wrong texts; exits with 1 while there are some that might be mended. */
async function check(
  { ctx, databaseUrl, authToken }: CommandContext,
  { mend = false }: { mend?: boolean },
) {
  const client = createClient({
    url: databaseUrl,
    ...(authToken === undefined ? {} : { authToken }),
  })
  const count = { found: 0, mended: 0, kept: 0 }
  const places: string[] = []
  try {
    for await (const wrong of checkTexts(client, { mend })) {
      count[wrong.outcome] += 1
      say(lineOf(wrong))
      const { table, row, column } = wrong
      if (wrong.outcome === 'mended') places.push(`${table} ${row} ${column}`)
    }
  } finally {
    client.close()
  }
  if (places.length > 0) await followMending({ ctx, input: { places } })
  if (count.kept > 0) {
    note(`${count.kept} chỗ giữ nguyên như đã ghi; trang, danh sách và bản sao lưu vẫn đọc được.`)
  }
  if (count.found > 0) {
    throw new Error(`Có ${count.found} chỗ chữ bị hỏng. Thêm --mend để sửa những chỗ sửa được.`)
  }
  const none = count.mended + count.kept === 0
  say(none ? 'Không có chữ nào bị hỏng.' : `Đã sửa ${count.mended} chỗ.`)
}

function lineOf({ table, row, column, fault, reads, outcome }: WrongText): string {
  const shown = reads.length > 60 ? `${reads.slice(0, 59).toWellFormed()}…` : reads
  return `${table}  ${row}  ${column}  ${FAULTS[fault]}; ${OUTCOMES[outcome]} ${JSON.stringify(shown)}`
}

const FAULTS: Readonly<Record<WrongText['fault'], string>> = {
  not_utf8: 'không phải UTF-8',
  half_character: 'có nửa ký hiệu trong JSON',
  control: 'có ký tự điều khiển',
  direction: 'có ký tự đảo chiều chữ',
  not_composed: 'dấu viết rời (không phải NFC)',
}

const OUTCOMES: Readonly<Record<WrongText['outcome'], string>> = {
  found: 'đọc là',
  mended: 'đã sửa thành',
  kept: 'giữ nguyên, đọc là',
}

/** The database of the data folder, which nobody else may use meanwhile. */
async function recoverOwn(): Promise<void> {
  if (databaseElsewhere() !== null) {
    throw new UsageError(
      'LIBSQL_URL đang trỏ tới một máy chủ khác. Hãy chạy lệnh này trên máy có tệp dữ liệu, bỏ LIBSQL_URL, hoặc chỉ thư mục bằng --folder.',
    )
  }
  const directory = dataDirectory()
  const holder = { kind: 'command', name: 'goc database recover', origin: null } as const
  const lock = await holdData({ directory, holder, word: note })
  try {
    await recover(serverFolder(directory))
  } finally {
    await lock.release()
  }
}

/** That of a server somebody runs by other means. */
async function recoverFolder(folder: string): Promise<void> {
  const using = await processesUsing(folder)
  if (using.length > 0) throw usedFault(folder, using)
  await recover(folder)
}

async function recover(folder: string): Promise<void> {
  const recovery = await recoverDatabase({ serverFolder: folder, now: new Date(), word: note })
  for (const line of wordsOf(recovery)) say(line)
}

function wordsOf(recovery: Recovery): readonly string[] {
  const whole = `Cơ sở dữ liệu nguyên vẹn: ${recovery.tables} bảng, đã kiểm tra toàn bộ.`
  if (recovery.kind === 'whole') return [`Không có gì hỏng, không sửa gì. ${whole}`]
  return [
    whole,
    'Các tệp sau bị hỏng; đã chuyển ra và máy chủ đã dựng lại từ cơ sở dữ liệu:',
    ...recovery.damage.map(({ path, why }) => `  ${path}: ${why}`),
    `Tệp hỏng và bản chép cơ sở dữ liệu trước khi sửa ở ${recovery.asideFolder}; xóa khi không cần nữa.`,
    'Mọi dữ liệu có trong tệp cơ sở dữ liệu còn đủ. Bản sao (replica) nếu có sẽ tự chép lại từ đầu; cấu hình riêng của sqld, nếu metastore hỏng, phải đặt lại.',
  ]
}
