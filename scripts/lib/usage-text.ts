import type { CommanderError } from 'commander'
import { USAGE_REST, USAGE_WORDS } from '../../worker/copy/commands/help-words.ts'
import { fill } from '../../worker/copy/fill.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

/** What is wrong with the call. Commander quotes the part it could not take. */
export function usageText(error: CommanderError, lang: Language = 'vi'): string {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const words = isKnown(error.code) ? USAGE_WORDS[error.code] : USAGE_REST.other
  const choices = error.code === 'commander.invalidArgument' ? choicesOf(error, lang) : ''
  const sentence = fill(words[lang] as string, { quoted }) + choices
  return fill(USAGE_REST.more[lang], { sentence })
}

function isKnown(code: string): code is keyof typeof USAGE_WORDS {
  return Object.hasOwn(USAGE_WORDS, code)
}

function choicesOf({ message }: CommanderError, lang: Language): string {
  const choices = /Allowed choices are (.*?)\.?$/m.exec(message)?.[1]
  return choices === undefined ? '' : fill(USAGE_REST.choose[lang], { choices })
}
