import { type ListedReport, readReport } from '../../../db/queries/reports.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import type { Reading } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** A report with who may do what to it. How its sender is reached is left out for who may not answer. */
export type OpenedReport = ListedReport & {
  readonly target: Target
  readonly mayAnswer: boolean
}

/** A report to do something to; one that the actor may not do it to is simply not there. */
export async function openReport(
  ctx: Reading,
  id: string,
  to: Extract<Permission, `reports.${string}`>,
): Promise<OpenedReport> {
  requireAny(ctx, to)
  const found = await readReport(ctx.db, id)
  if (found === null) throw notFound(THINGS.report)
  const { organisationId, provinceCode, communeCode } = found.report
  const target = { organisationId, place: { provinceCode, communeCode } }
  if (!mayDo(ctx.actor, to, target)) throw notFound(THINGS.report)
  const mayAnswer = mayDo(ctx.actor, 'reports.answer', target)
  const contact = mayAnswer ? found.report.contact : null
  return { ...found, report: { ...found.report, contact }, target, mayAnswer }
}
