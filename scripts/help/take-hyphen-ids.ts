import type { Command } from 'commander'

/** As ids were until they had letters and digits alone; no option of ours is written so. */
const HYPHEN_ID = /^-(?=.*[0-9A-Z_])[\w-]{20}$/

/** Lets each command under a program read an id that begins with a hyphen as what it is. */
export function takeHyphenIds(command: Command): void {
  for (const each of command.commands) takeHyphenIds(each)
  if (command.commands.length > 0) return
  const parse = command.parseOptions.bind(command)
  command.parseOptions = (args) => {
    const parsed = parse(args)
    const { operands, unknown } = parsed
    const isOnlyIds = unknown.every((arg) => !arg.startsWith('-') || HYPHEN_ID.test(arg))
    return isOnlyIds ? { operands: [...operands, ...unknown], unknown: [] } : parsed
  }
}
