import type { CommandContext, OpenContext } from './open-context.ts'

/** Runs one command on an open installation, and ends what was started for it whatever happens. */
export async function runCommand<T>(
  openContext: OpenContext,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const context = await openContext()
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}
