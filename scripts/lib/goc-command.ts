import { Command, Option } from 'commander'
import type { VerbContext } from '../../worker/verbs/context.ts'
import type { CommandContext, OpenContext } from './open-context.ts'
import { OF_ORGANISATION, type OfOrganisation, refOf } from './ref-of.ts'
import { runCommand } from './run-command.ts'

/** A command of ours, and all under it. A class, because commander makes commands of a kind by one. */
export class GocCommand extends Command {
  readonly #openContext: OpenContext

  constructor(name: string, openContext: OpenContext) {
    super(name)
    this.#openContext = openContext
  }

  override createCommand(name = ''): GocCommand {
    return new GocCommand(name, this.#openContext)
  }

  /** An option that takes one of a few; one that must be given where none of them is meant without it. */
  oneOf(flags: string, about: string, choices: readonly string[], initial?: string): this {
    const option = new Option(flags, about).choices(choices)
    return this.addOption(
      initial === undefined ? option.makeOptionMandatory() : option.default(initial),
    )
  }

  /** What it does with its arguments and options on an open installation; see `runCommand`. */
  run<Given extends unknown[]>(
    work: (context: CommandContext, ...given: Given) => Promise<void>,
  ): this {
    // Commander hands over what was declared before, as whoever declared it says.
    return this.action((...given) =>
      runCommand(this.#openContext, (context) => work(context, ...(given as Given))),
    )
  }

  /** It is about one batch, named by its REF or lot number; see `runOnBatch`. */
  aboutBatch(): this {
    return this.argument('<ref>', 'mã lô hoặc số lô').option(...OF_ORGANISATION)
  }

  /** What it does with the batch that was named. */
  runOnBatch<Options>(
    work: (ctx: VerbContext, ref: string, options: Options) => Promise<void>,
  ): this {
    return this.run(async ({ ctx }, lot: string, options: Options & OfOrganisation) =>
      work(ctx, await refOf(ctx, lot, options), options),
    )
  }
}

/** The command of that name, which several files may add to. */
export function commandOf(program: Command, openContext: OpenContext, name: string): GocCommand {
  const known = program.commands.find((command) => command.name() === name)
  if (known instanceof GocCommand) return known
  const command = new GocCommand(name, openContext).copyInheritedSettings(program)
  program.addCommand(command)
  return command
}
