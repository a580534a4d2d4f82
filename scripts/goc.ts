/** `npm run goc -- …`: the command line of an installation. Each file of scripts/commands adds its own. */
import { readdirSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { HELP_WORDS } from '../worker/copy/commands/help-words.ts'
import { fill } from '../worker/copy/fill.ts'
import type { Language } from '../worker/lib/text/local-text.ts'
import { textFault } from '../worker/lib/text/sound-text.ts'
import { Problem } from '../worker/verbs/errors.ts'
import { asHelpOption, commandLanguage } from './help/command-language.ts'
import { speakHelp } from './help/speak-help.ts'
import { takeHyphenIds } from './help/take-hyphen-ids.ts'
import { InstallationFault } from './lib/installation-fault.ts'
import { lineOfError } from './lib/line-of-error.ts'
import { type OpenContext, openContext } from './lib/open-context.ts'
import { UsageError } from './lib/usage-error.ts'
import { usageText } from './lib/usage-text.ts'

type CommandFile = { register: (program: Command, openContext: OpenContext) => void }

async function main(): Promise<number> {
  let lang: Language = 'vi'
  try {
    const call = commandLanguage(process.argv.slice(2), process.env)
    lang = call.lang
    const args = asHelpOption(call.args)
    const program = await programFor(args, lang)
    for (const [i, text] of args.entries()) {
      // Not composed here: it may be the name of a file, which is what it is.
      if (textFault(text) === null) continue
      throw new UsageError(
        `Tham số thứ ${i + 1} có ký tự không nhìn thấy (điều khiển hoặc đảo chiều chữ); hãy gõ lại.`,
      )
    }
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    return told(error, lang)
  }
}

async function programFor(args: readonly string[], lang: Language): Promise<Command> {
  const program = new Command('goc')
  program
    .description(HELP_WORDS.about[lang])
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    // Read before everything else; here to be seen.
    .option('--lang <lang>', HELP_WORDS.lang[lang])
  const folder = new URL('./commands/', import.meta.url)
  for (const name of commandFiles(folder, args)) {
    const file = (await import(new URL(name, folder).href)) as CommandFile
    file.register(program, openContext)
  }
  speakHelp(program, lang)
  takeHyphenIds(program)
  return program
}

/** Files that hold a command of another name than their own. */
const FILES_OF: Readonly<Record<string, readonly string[]>> = {
  batches: ['batches.ts', 'import-batches.ts', 'check-batches.ts'],
  codes: ['codes.ts', 'export-codes.ts'],
  restore: ['backup.ts'],
}

/** Only the files of the command asked for: the others cost time and memory. All of them for help. */
function commandFiles(folder: URL, args: readonly string[]): readonly string[] {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
  const asked = args[0] ?? ''
  const own = FILES_OF[asked] ?? [`${asked}.ts`]
  return own.every((file) => all.includes(file)) ? own : all
}

/** One clear line and an exit code: 2 for a wrong call, 1 for a refusal or a failure. */
function told(error: unknown, lang: Language): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    // Help that was printed because no subcommand was named.
    if (error.code !== 'commander.help') process.stderr.write(`${usageText(error, lang)}\n`)
    return 2
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  const isFault = error instanceof InstallationFault
  process.stderr.write(`${isFault ? error.message : lineOf(error, lang)}\n`)
  return 1
}

function lineOf(error: unknown, lang: Language): string {
  if (error instanceof Problem) return problemText(error, lang)
  return lineOfError(error)
}

/** What is asked, and how to say that it is meant. */
function problemText({ text, questions }: Problem, lang: Language): string {
  if (questions.length === 0) return text[lang]
  const codes = questions.map(({ code }) => code).join(' ')
  return fill(HELP_WORDS.confirm[lang], { text: text[lang], codes })
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
