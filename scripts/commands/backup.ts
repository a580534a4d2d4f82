import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { createClient } from '@libsql/client'
import type { Command } from 'commander'
import { emptySentLetters } from '../../db/queries/old-secrets.ts'
import { sealOldSecrets } from '../../worker/verbs/accounts/seal-old-secrets.ts'
import { completeRegisterEntries } from '../../worker/verbs/codes/refresh-register-entries.ts'
import { checkKek } from '../lib/check-kek.ts'
import { type BackupLine, dumpDatabase } from '../lib/dump-database.ts'
import { commandOf } from '../lib/goc-command.ts'
import { recordRestored } from '../lib/installation-record.ts'
import type { CommandContext, OpenContext } from '../lib/open-context.ts'
import { openOutput } from '../lib/output-file.ts'
import { dataDirectory } from '../lib/paths.ts'
import { restoreDatabase } from '../lib/restore-database.ts'
import { runCommand } from '../lib/run-command.ts'
import { note, say } from '../lib/say.ts'

/** goc backup FILE, goc restore FILE */
export function register(program: Command, openContext: OpenContext): void {
  commandOf(program, openContext, 'backup')
    .description('Sao lưu toàn bộ dữ liệu ra một tệp; khóa ký vẫn mã hoá, không kèm GOC_KEK')
    .argument('<file>', 'tệp ghi ra, ví dụ goc.jsonl.gz; “-” là màn hình')
    .option('--force', 'ghi đè tệp đã có')
    .run(async (context, file: string, options: { force?: true }) => {
      const output = await openOutput(file, options)
      const client = clientOf(context)
      try {
        const lines = Readable.from(textOf(dumpDatabase(client, Date.now())))
        const gzip = createGzip()
        lines.once('error', (error) => gzip.destroy(error))
        await output.write(lines.pipe(gzip))
      } catch (error) {
        await output.discard()
        throw error
      } finally {
        client.close()
      }
      if (file !== '-') say(`Đã sao lưu vào ${file}.`)
      note('Hãy cất GOC_KEK ở nơi khác: không có nó thì bản sao lưu không ký được tem.')
    })

  commandOf(program, openContext, 'restore')
    .description('Phục hồi một bản sao lưu vào cơ sở dữ liệu trống')
    .argument('<file>', 'tệp sao lưu')
    .action(async (file: string) => {
      // Before anything is opened: an installation whose database is gone gets a new one for this.
      await access(file).catch(() => {
        throw new Error(`Không đọc được tệp ${file}.`)
      })
      const open = () => openContext({ restores: true, lostKek: true })
      return runCommand(open, (context) => restore(context, file))
    })
}

async function restore(context: CommandContext, file: string): Promise<void> {
  const client = clientOf(context)
  try {
    const { rows } = await restoreDatabase(client, () => readLines(file))
    await completeRegisterEntries(context.ctx.db)
    // A backup of an earlier version holds them in plain text.
    await emptySentLetters(context.ctx.db)
    await sealOldSecrets(context.ctx)
    await recordRestored(dataDirectory())
    say(`Đã phục hồi ${rows.toLocaleString('vi-VN')} dòng dữ liệu.`)
  } finally {
    client.close()
  }
  const { db, kek } = context.ctx
  await checkKek({ db, kek, from: 'của máy này' }).catch((error: Error) => note(error.message))
}

function clientOf({ databaseUrl, authToken }: CommandContext) {
  return createClient({ url: databaseUrl, ...(authToken === undefined ? {} : { authToken }) })
}

async function* textOf(lines: AsyncIterable<BackupLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}

/** The lines of a backup; a file that is none is said to be so, whatever is wrong with it. */
async function* readLines(file: string): AsyncGenerator<BackupLine> {
  const unpacked = createGunzip()
  const raw = createReadStream(file)
  raw.once('error', (error) => unpacked.destroy(error))
  raw.pipe(unpacked)
  let failed: Error | null = null
  unpacked.once('error', (error) => {
    failed = error
  })
  try {
    for await (const line of createInterface({
      input: unpacked,
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      yield JSON.parse(line) as BackupLine
    }
  } catch (error) {
    if (!(error instanceof SyntaxError) && failed === null) throw error
    throw new Error('Bản sao lưu bị cắt ngang hoặc hỏng nên không phục hồi.')
  } finally {
    raw.destroy()
  }
  if (failed !== null) throw new Error('Bản sao lưu bị cắt ngang hoặc hỏng nên không phục hồi.')
}
