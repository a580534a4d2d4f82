import { HELP_WORDS } from '../../worker/copy/commands/help-words.ts'
import { LANGUAGES, type Language } from '../../worker/lib/text/local-text.ts'
import { UsageError } from '../lib/usage-error.ts'

/**
 * The language of help and refusals, and the call without what says it: `--lang`, else that of the
 * terminal (LC_ALL, LC_MESSAGES, LANG) where it is one of ours, else Vietnamese.
 */
export function commandLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): { readonly lang: Language; readonly args: readonly string[] } {
  const end = args.indexOf('--')
  const ours = end < 0 ? args : args.slice(0, end)
  const at = ours.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  if (at < 0) return { lang: ofTerminal(env), args }
  const isApart = ours[at] === '--lang'
  const named = isApart ? ours[at + 1] : ours[at]?.slice('--lang='.length)
  const lang = LANGUAGES.find((each) => each === named)
  if (lang === undefined) throw new UsageError(HELP_WORDS.langOdd[ofTerminal(env)])
  return { lang, args: args.toSpliced(at, isApart ? 2 : 1) }
}

/** `help labels issue` asks what `labels issue --help` does. */
export function asHelpOption(args: readonly string[]): readonly string[] {
  const [first, ...path] = args
  return first === 'help' && path.length > 0 ? [...path, '--help'] : args
}

function ofTerminal(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return LANGUAGES.find((lang) => locale.toLowerCase().startsWith(lang)) ?? 'vi'
}
