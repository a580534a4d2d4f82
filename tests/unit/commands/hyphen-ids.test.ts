import { Command, CommanderError } from 'commander'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { takeHyphenIds } from '../../../scripts/help/take-hyphen-ids.ts'
import { newId } from '../../../worker/lib/ids/new-id.ts'

type Said = { readonly id: string; readonly more: string | undefined; readonly options: object }

/** What a command two levels down is given. */
function said(...args: readonly string[]): Said | null {
  let heard: Said | null = null
  const program = new Command('goc')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  const things = program.command('things')
  things
    .command('show')
    .argument('<id>')
    .argument('[more]')
    .option('--yes')
    .option('--note <text>')
    .action((id: string, more: string | undefined, options: object) => {
      heard = { id, more, options }
    })
  things.command('list').action(() => undefined)
  takeHyphenIds(program)
  program.parse(['things', 'show', ...args], { from: 'user' })
  return heard
}

const OLD_ID = fc
  .string({
    unit: fc.constantFrom(
      ...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-'.split(''),
    ),
    minLength: 20,
    maxLength: 20,
  })
  .filter((rest) => /[0-9A-Z_]/.test(rest))
  .map((rest) => `-${rest}`)

it('an id that begins with a hyphen is the id, before options, after them and behind `--`', () => {
  fc.assert(
    fc.property(OLD_ID, OLD_ID, (id, other) => {
      const options = { yes: true, note: other }
      expect(said(id, '--yes', '--note', other)).toEqual({ id, more: undefined, options })
      expect(said('--yes', '--note', other, id)).toEqual({ id, more: undefined, options })
      expect(said('--yes', '--', id)).toEqual({ id, more: undefined, options: { yes: true } })
      expect(said(id, other)).toEqual({ id, more: other, options: {} })
    }),
  )
})

it('an option that is none is still refused, with an id beside it too', () => {
  const id = '-hUV6ODbaRl2nfy8R3bkZ'
  expect(said(id)?.id).toBe(id)
  for (const wrong of ['--yess', '-x', '--organisation-nameed', '--no-such-option=-1234']) {
    expect(() => said('x', wrong)).toThrow(CommanderError)
    expect(() => said(id, wrong)).toThrow(CommanderError)
  }
})

it('a new id has letters and digits alone', () => {
  const ids = Array.from({ length: 2_000 }, newId)
  expect(ids.filter((id) => !/^[0-9A-Za-z]{21}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})
