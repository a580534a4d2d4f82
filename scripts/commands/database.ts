import { resolve } from 'node:path'
import type { Command } from 'commander'
import { holdData, usedFault } from '../lib/hold-data.ts'
import { databaseElsewhere, serverFolder } from '../lib/local-database.ts'
import { processesUsing } from '../lib/open-files.ts'
import { dataDirectory } from '../lib/paths.ts'
import { note, say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'
import { type Recovery, recoverDatabase } from '../recover/recover-database.ts'

/** goc database recover */
export function register(program: Command): void {
  const database = program.command('database').description('Tệp cơ sở dữ liệu trên máy này')

  database
    .command('recover')
    .description('Dựng lại các tệp hỏng bên cạnh cơ sở dữ liệu, sau khi mất điện hoặc đầy đĩa')
    .option('--folder <path>', 'thư mục của máy chủ sqld (--db-path), nếu tự chạy sqld')
    .action(({ folder }: { folder?: string }) =>
      folder === undefined ? recoverOwn() : recoverFolder(resolve(folder)),
    )
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
