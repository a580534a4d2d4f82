import { type ListedReport, readReport } from '../../../db/queries/reports.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { opener } from '../guard/opener.ts'

/** A report with who may do what to it. How its sender is reached is left out for who may not answer. */
export type OpenedReport = ListedReport & {
  readonly target: Target
  readonly mayAnswer: boolean
}

const open = opener({
  read: readReport,
  target: ({ report }: ListedReport) => targetOf(report),
  noun: THINGS.report,
})

/** A report to do something to; one that the actor may not do it to is simply not there. */
export async function openReport(
  ctx: Reading,
  id: string,
  to: Extract<Permission, `reports.${string}`>,
): Promise<OpenedReport> {
  const { row: found, target } = await open(ctx, id, to)
  const mayAnswer = mayDo(ctx.actor, 'reports.answer', target)
  const contact = mayAnswer ? found.report.contact : null
  return { ...found, report: { ...found.report, contact }, target, mayAnswer }
}
