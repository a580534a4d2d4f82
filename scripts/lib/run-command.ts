import { sealAudit } from '../../worker/verbs/audit/seal-audit.ts'
import type { CommandContext, OpenContext } from './open-context.ts'

/**
 * Runs one command on an open installation, seals what it wrote into the audit log, and ends what
 * was started for it whatever happens.
 */
export async function runCommand<T>(
  openContext: OpenContext,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const context = await openContext()
  try {
    return await work(context)
  } finally {
    // What cannot be sealed now is sealed after the next change; the command's own error counts.
    await sealAudit(context.ctx.db).catch(() => undefined)
    await context.close()
  }
}
