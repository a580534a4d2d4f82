import type { Argument, Command, Help, Option } from 'commander'
import { COMMAND_NAMES } from '../../worker/copy/commands/command-names.ts'
import { COMMON_OPTIONS } from '../../worker/copy/commands/common-options.ts'
import { HELP_WORDS as W } from '../../worker/copy/commands/help-words.ts'
import { OWN_OPTIONS } from '../../worker/copy/commands/own-options.ts'
import { fill } from '../../worker/copy/fill.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { COMMAND_EXAMPLES } from './command-examples.ts'
import { listColumns } from './list-columns.ts'

/** Options that a command cannot do without although its parser lets them be missing. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'batches create': ['--product', '--lot', '--quantity'],
}

/**
 * Lets a program and all that is under it say its help in one language: what each command, option and
 * argument is for, which options it cannot do without, the columns of the list it reads, an example.
 */
export function speakHelp(program: Command, lang: Language): void {
  speak(program, { path: '', lang })
}

type Speaking = { readonly path: string; readonly lang: Language }

function speak(command: Command, { path, lang }: Speaking): void {
  command.configureHelp(helpIn({ path, lang }))
  command.helpOption('-h, --help', W.help[lang])
  if (path !== '') command.description(said(COMMAND_NAMES[path], command.description(), lang))
  for (const option of command.options) {
    const flag = option.long ?? option.flags
    option.description = said(wordsOf(path, flag), option.description, lang)
  }
  for (const argument of command.registeredArguments) {
    const words = wordsOf(path, `<${argument.name()}>`)
    argument.description = said(words, argument.description, lang)
  }
  const after = [...examplesOf(path, lang), ...listColumns(path, lang)]
  if (after.length > 0) command.addHelpText('after', `\n${after.join('\n')}`)
  if (command.commands.length === 0) return
  command.helpCommand(`help ${W.commandWord[lang]}`, W.helpOf[lang])
  for (const each of command.commands) {
    speak(each, { path: `${path} ${each.name()}`.trim(), lang })
  }
}

/** What is said of an option or argument in English and Chinese: of this command's own, else of all. */
export function wordsOf(path: string, name: string): readonly [string, string] | undefined {
  return OWN_OPTIONS[`${path} ${name}`] ?? COMMON_OPTIONS[name]
}

function said(
  words: readonly [en: string, zh: string] | undefined,
  vi: string,
  lang: Language,
): string {
  if (lang === 'vi' || words === undefined) return vi
  return lang === 'en' ? words[0] : words[1]
}

function helpIn({ path, lang }: Speaking): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': W.usage[lang],
    'Arguments:': W.arguments[lang],
    'Options:': W.options[lang],
    'Commands:': W.commands[lang],
  }
  const inWords = (text: string) =>
    text.replace('[options]', W.optionsWord[lang]).replace('[command]', W.commandWord[lang])
  return {
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: inWords,
    styleSubcommandTerm: inWords,
    optionDescription: (option) => optionText(option, { path, lang }),
    argumentDescription: ({ description }: Argument) => description,
  }
}

function optionText(option: Option, { path, lang }: Speaking): string {
  const { argChoices, defaultValue, description, long } = option
  const isNeeded = option.mandatory || NEEDED[path]?.includes(long ?? '') === true
  const more = [
    ...(isNeeded ? [W.required[lang]] : []),
    ...(argChoices === undefined ? [] : [fill(W.choices[lang], { list: argChoices.join(', ') })]),
    ...(isTold(option, lang) ? [fill(W.initial[lang], { value: String(defaultValue) })] : []),
  ]
  return more.length === 0 ? description : `${description} (${more.join('; ')})`
}

/** A default in words is Vietnamese, as what it stands in for. */
function isTold(option: Option, lang: Language): boolean {
  if (option.defaultValue === undefined || option.isBoolean()) return false
  return lang === 'vi' || /^[\w.-]+$/.test(String(option.defaultValue))
}

function examplesOf(path: string, lang: Language): string[] {
  const examples = COMMAND_EXAMPLES[path] ?? []
  return examples.length === 0
    ? []
    : [W.examples[lang], ...examples.map((example) => `  npm run goc -- ${example}`), '']
}
