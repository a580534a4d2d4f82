import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { commandOf } from '../../../scripts/lib/goc-command.ts'
import type { CommandContext } from '../../../scripts/lib/open-context.ts'

function program() {
  const said: string[] = []
  // Nothing of it is asked for but that it is ended.
  const openContext = async () =>
    ({ ctx: {}, close: async () => void said.push('closed') }) as unknown as CommandContext
  return { said, openContext, goc: new Command('goc').exitOverride() }
}

describe('a command of ours', () => {
  it('works on an open installation with what was given, and ends it whatever happens', async () => {
    const { said, openContext, goc } = program()
    commandOf(goc, openContext, 'thing')
      .command('do')
      .argument('<id>')
      .option('--how <how>')
      .run(async (_, id: string, { how }: { how?: string }) => {
        said.push(`${id} ${how}`)
        throw new Error('refused')
      })
    const call = goc.parseAsync(['thing', 'do', 'x', '--how', 'well'], { from: 'user' })
    await expect(call).rejects.toThrow('refused')
    expect(said).toEqual(['x well', 'closed'])
  })

  it('is one however many files add to it', () => {
    const { openContext, goc } = program()
    commandOf(goc, openContext, 'thing').command('a')
    commandOf(goc, openContext, 'thing').command('b')
    expect(goc.commands.map((each) => each.commands.length)).toEqual([2])
  })

  it('takes one of a few words, and asks for it where none stands for it', async () => {
    const { said, openContext, goc } = program()
    commandOf(goc, openContext, 'thing')
      .oneOf('--kind <kind>', 'kind', ['a', 'b'])
      .oneOf('--size <size>', 'size', ['s', 'l'], 's')
      .run(async (_, { kind, size }: { kind: string; size: string }) => {
        said.push(kind + size)
      })
    const call = (...args: string[]) => goc.parseAsync(['thing', ...args], { from: 'user' })
    await expect(call()).rejects.toMatchObject({ code: 'commander.missingMandatoryOptionValue' })
    await expect(call('--kind', 'c')).rejects.toMatchObject({ code: 'commander.invalidArgument' })
    await call('--kind', 'a')
    expect(said).toContain('as')
  })
})
