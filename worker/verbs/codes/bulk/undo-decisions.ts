import { readRunHolders } from '../../../../db/queries/bulk-decisions.ts'
import { readRecipients } from '../../../../db/queries/code-portal.ts'
import { runBatch } from '../../../../db/queries/run-batch.ts'
import type { Language, LocalText } from '../../../domain/text.ts'
import { asSentence } from '../../../domain/words/as-sentence.ts'
import { fill } from '../../../domain/words/fill.ts'
import { CODE_MESSAGES as W } from '../../../domain/words/portal/code-messages.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import type { VerbContext } from '../../context.ts'
import { requirePermission } from '../../guard/authorise.ts'
import { undoImport } from '../../imports/undo/undo-import.ts'
import { tellHolder } from '../../mail/tell-holder.ts'
import { showRun } from './show-run.ts'

/**
 * Takes a whole run of decisions back, as an import is: each is corrected by an event that says
 * nothing of its own, so that what stood before counts again. The holders are told once each.
 */
export async function undoDecisions(args: {
  readonly ctx: VerbContext
  readonly importId: string
  readonly reason: string
}): Promise<{ readonly takenBack: number; readonly kept: readonly string[] }> {
  const { ctx, importId, reason } = args
  requirePermission(ctx, 'codes.decide')
  await showRun(ctx, importId)
  const report = await undoImport({ ctx, input: { importId, reason } })
  await tellAll(ctx, { importId, reason })
  return { takenBack: report.decisionsTakenBack, kept: report.kept }
}

const HOLDERS_PER_BATCH = 100

async function tellAll(
  ctx: VerbContext,
  { importId, reason }: { readonly importId: string; readonly reason: string },
): Promise<void> {
  const holders = await readRunHolders(ctx.db, importId)
  const recipients = await readRecipients(
    ctx.db,
    holders.map(({ organisationId }) => organisationId),
  )
  const inEach = (text: LocalText): LocalText => {
    const one = (lang: Language) => fill(text[lang], { reason: asSentence(reason, lang) })
    return { vi: one('vi'), en: one('en'), zh: one('zh') }
  }
  for (let at = 0; at < holders.length; at += HOLDERS_PER_BATCH) {
    const statements = holders.slice(at, at + HOLDERS_PER_BATCH).flatMap(({ organisationId }) => {
      const to = recipients.get(organisationId)
      if (to === undefined) return []
      const [title, body] = [inEach(W.takenBack), inEach(W.takenBackBody)]
      const message = { kind: 'code_status' as const, title, body, href: '/portal/codes' as const }
      return tellHolder(ctx, { recipients: to, ...message })
    })
    await runBatch(ctx.db, [
      ...statements,
      auditStatement(ctx, {
        ...{ action: 'codes.undo-told', entity: 'import_run', entityId: importId, reason },
      }),
    ])
  }
}
