/** `npm run goc -- …`: the command line of an installation. Each file of scripts/commands adds its own. */
import { readdirSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { textFault } from '../worker/lib/text/sound-text.ts'
import { Problem } from '../worker/verbs/errors.ts'
import { InstallationFault } from './lib/installation-fault.ts'
import { type OpenContext, openContext } from './lib/open-context.ts'
import { UsageError } from './lib/usage-error.ts'
import { usageText } from './lib/usage-text.ts'

type CommandFile = { register: (program: Command, openContext: OpenContext) => void }

async function main(): Promise<number> {
  const program = new Command('goc')
  program
    .description('Gốc: truy xuất nguồn gốc nông sản')
    .helpOption('-h, --help', 'xem hướng dẫn')
    .helpCommand('help [lệnh]', 'xem hướng dẫn của một lệnh')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
  const folder = new URL('./commands/', import.meta.url)
  for (const name of commandFiles(folder)) {
    const file = (await import(new URL(name, folder).href)) as CommandFile
    file.register(program, openContext)
  }
  try {
    for (const [i, text] of process.argv.slice(2).entries()) {
      // Not composed here: it may be the name of a file, which is what it is.
      if (textFault(text) === null) continue
      throw new UsageError(
        `Tham số thứ ${i + 1} có ký tự không nhìn thấy (điều khiển hoặc đảo chiều chữ); hãy gõ lại.`,
      )
    }
    await program.parseAsync()
    return 0
  } catch (error) {
    return told(error)
  }
}

/** Files that hold a command of another name than their own. */
const FILES_OF: Readonly<Record<string, readonly string[]>> = {
  batches: ['batches.ts', 'import-batches.ts'],
  codes: ['codes.ts', 'export-codes.ts'],
  restore: ['backup.ts'],
}

/** Only the files of the command asked for: the others cost time and memory. All of them for help. */
function commandFiles(folder: URL): readonly string[] {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
  const asked = process.argv[2] ?? ''
  const own = FILES_OF[asked] ?? [`${asked}.ts`]
  return own.every((file) => all.includes(file)) ? own : all
}

/** One clear line and an exit code: 2 for a wrong call, 1 for a refusal or a failure. */
function told(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    // Help that was printed because no subcommand was named.
    if (error.code !== 'commander.help') process.stderr.write(`${usageText(error)}\n`)
    return 2
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  const isFault = error instanceof InstallationFault
  process.stderr.write(`${isFault ? error.message : lineOf(error)}\n`)
  return 1
}

function lineOf(error: unknown): string {
  if (error instanceof Problem) return problemText(error)
  const message = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  if (/ECONNREFUSED|fetch failed|ENOTFOUND|ETIMEDOUT/.test(`${message} ${cause}`)) {
    return 'Không nối được cơ sở dữ liệu; hãy kiểm tra máy chủ hoặc LIBSQL_URL.'
  }
  // Drizzle puts the statement and its values into the message; neither is for the screen.
  if (message.startsWith('Failed query') || /SQLITE/.test(message)) {
    return `Cơ sở dữ liệu từ chối: ${cause === '' ? 'lỗi không rõ' : cause}`
  }
  return message.split('\n', 1)[0] ?? message
}

/** What is asked, and how to say that it is meant. */
function problemText({ text, questions }: Problem): string {
  if (questions.length === 0) return text.vi
  const codes = questions.map(({ code }) => code).join(' ')
  return `${text.vi} Nếu đúng như vậy, thêm: --confirm ${codes}`
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tuỳ chọn:',
  'Commands:': 'Lệnh:',
}

// Node would end on a signal without running what ends our libSQL server.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => process.exit(code))
}
// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

const code = await main()
// A command that did its work may still have something to tell a script (`verify`).
if (code !== 0) process.exitCode = code
