import { readdirSync } from 'node:fs'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { COMMAND_EXAMPLES } from '../../../scripts/help/command-examples.ts'
import { asHelpOption, commandLanguage } from '../../../scripts/help/command-language.ts'
import { speakHelp, wordsOf } from '../../../scripts/help/speak-help.ts'
import { COMMAND_NAMES } from '../../../worker/copy/commands/command-names.ts'
import { COMMON_OPTIONS } from '../../../worker/copy/commands/common-options.ts'
import { OWN_OPTIONS } from '../../../worker/copy/commands/own-options.ts'
import { DIARY_SPEC } from '../../../worker/domain/lists/records/diary-spec.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'

type CommandFile = { register: (program: Command, openContext: never) => void }

const FOLDER = new URL('../../../scripts/commands/', import.meta.url)
const FILES = await Promise.all(
  readdirSync(FOLDER)
    .sort()
    .map((name) => import(new URL(name, FOLDER).href) as Promise<CommandFile>),
)

function programIn(lang: Language): Command {
  const program = new Command('goc').exitOverride()
  // No command is run: only what they say of themselves is looked at.
  for (const file of FILES) file.register(program, undefined as never)
  speakHelp(program, lang)
  return program
}

type Found = { readonly path: string; readonly command: Command }

function commandsOf(command: Command, path = ''): Found[] {
  const own = path === '' ? [] : [{ path, command }]
  return [
    ...own,
    ...command.commands.flatMap((each) => commandsOf(each, `${path} ${each.name()}`.trim())),
  ]
}

const leaves = (program: Command) =>
  commandsOf(program).filter(({ command }) => command.commands.length === 0)

function helpOf({ command }: Found): string {
  let text = ''
  command.configureOutput({ writeOut: (said) => (text += said) })
  command.outputHelp()
  return text
}

const VIETNAMESE = /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/

describe('the help of the command line', () => {
  const program = programIn('vi')

  it('has every command, option and argument in English and Chinese, and no others', () => {
    const found = commandsOf(program)
    expect(found.length).toBeGreaterThan(60)
    expect(found.map(({ path }) => path).sort()).toEqual(Object.keys(COMMAND_NAMES).sort())
    const named = found.flatMap(({ path, command }) => [
      ...command.options.map((option) => [path, option.long ?? ''] as const),
      ...command.registeredArguments.map((each) => [path, `<${each.name()}>`] as const),
    ])
    expect(named.filter(([path, name]) => wordsOf(path, name) === undefined)).toEqual([])
    const used = new Set(named.map(([path, name]) => `${path} ${name}`))
    expect(Object.keys(OWN_OPTIONS).filter((key) => !used.has(key))).toEqual([])
    const names = new Set<string>(named.map(([, name]) => name))
    expect(Object.keys(COMMON_OPTIONS).filter((name) => !names.has(name))).toEqual([])
  })

  it.each(['en', 'zh'] as const)('is in %s alone', (lang) => {
    const wrong = commandsOf(programIn(lang)).flatMap((found) => {
      // What is typed is the same in every language: examples, and headings of Vietnamese lists.
      const [said = ''] = helpOf(found).split(/^(?:Examples:|示例：)$/m)
      return said.split('\n').filter((line) => VIETNAMESE.test(line))
    })
    expect(wrong).toEqual([])
    const text = leaves(programIn(lang)).map(helpOf).join('\n')
    expect(text).not.toMatch(/\(default: "|\(choices: /)
    if (lang === 'zh') expect(text).not.toMatch(/Usage:|Options:|\[options\]|display help/)
  })

  it('marks what a command cannot do without', () => {
    const marks = leaves(program).flatMap((found) => {
      const lines = helpOf(found)
        .split('\n')
        .filter((line) => line.includes('bắt buộc') && line.trimStart().startsWith('--'))
      return lines.map((line) => `${found.path} ${line.trim().split(' ')[0]}`)
    })
    expect(marks).toContain('labels issue --batch')
    expect(marks).toContain('diary correct --reason')
    expect(marks).toContain('batches create --lot')
    expect(marks).not.toContain('batches update --lot')
  })

  it('has an example of each command, with options that it has', () => {
    const all = leaves(program)
    expect(Object.keys(COMMAND_EXAMPLES).sort()).toEqual(all.map(({ path }) => path).sort())
    const wrong = all.flatMap(({ path, command }) =>
      (COMMAND_EXAMPLES[path] ?? []).filter((example) => {
        const flags: readonly string[] = example.match(/--[a-z-]+/g) ?? []
        const known = new Set(command.options.map(({ long }) => long))
        const needed = command.options.filter(({ mandatory }) => mandatory)
        return (
          !example.startsWith(path) ||
          flags.some((flag) => !known.has(flag)) ||
          needed.some(({ long }) => !flags.includes(long ?? ''))
        )
      }),
    )
    expect(wrong).toEqual([])
  })

  it('names the columns of a list, and which of them it must have', () => {
    const found = leaves(program).find(({ path }) => path === 'diary import')
    if (found === undefined) throw new Error('diaries are read in')
    const text = helpOf(found)
    for (const { label, required } of DIARY_SPEC.columns) {
      expect(text).toMatch(new RegExp(`^ {2}${label}${required ? ' \\*' : ''} {2}\\(`, 'm'))
    }
  })
})

describe('the language of the command line', () => {
  it('is what the call says, else the terminal, else Vietnamese', () => {
    const langOf = (args: string[], env: Record<string, string> = {}) =>
      commandLanguage(args, env).lang
    expect(langOf([])).toBe('vi')
    expect(langOf([], { LANG: 'C.UTF-8' })).toBe('vi')
    expect(langOf([], { LANG: 'en_US.UTF-8' })).toBe('en')
    expect(langOf([], { LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh')
    expect(langOf(['keys', 'list', '--lang', 'en'], { LANG: 'vi_VN' })).toBe('en')
    expect(langOf(['--lang=zh', 'keys'])).toBe('zh')
    expect(() => langOf(['--lang', 'fr'])).toThrow('vi, en, zh')
    expect(() => langOf(['--lang'], { LANG: 'en' })).toThrow('is one of')
  })

  it('is taken out of the call, and nothing else is', () => {
    const argsOf = (...args: string[]) => commandLanguage(args, {}).args
    expect(argsOf('labels', '--lang', 'en', 'list')).toEqual(['labels', 'list'])
    expect(argsOf('labels', '--lang=en', 'list')).toEqual(['labels', 'list'])
    expect(argsOf('verify', '--', '--lang', 'x')).toEqual(['verify', '--', '--lang', 'x'])
  })

  it('asks for the help of a command under another one', () => {
    expect(asHelpOption(['help', 'labels', 'issue'])).toEqual(['labels', 'issue', '--help'])
    expect(asHelpOption(['help'])).toEqual(['help'])
    expect(asHelpOption(['keys', 'list'])).toEqual(['keys', 'list'])
  })
})
