import { readRunHolders } from '../../../db/queries/bulk-decisions.ts'
import { readRecipients } from '../../../db/queries/code-portal.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { asSentence } from '../../copy/as-sentence.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { CODE_MESSAGES as C } from '../../copy/portal/code-messages.ts'
import { IMPORTS_COPY as W } from '../../copy/portal/imports.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { tellHolder } from '../mail/tell-holder.ts'
import type { MessageKind } from '../notifications/notify-statement.ts'

const HOLDERS_PER_PAGE = 50

/** What holders are told of. */
export type Told = {
  readonly importId: string
  readonly fileName: string
  /** Why it was taken back; null for the import itself. */
  readonly undone: string | null
  /** True for decisions that were recorded together, which are no list that was handed in. */
  readonly isDecisions?: boolean
}

/** Some holders' messages, to be stored together; `upTo` is the last of them. */
export type ToldPage = { readonly statements: readonly Statement[]; readonly upTo: string }

/**
 * Tells each holder once that a list decided on their codes, or that it was taken back: a page of
 * them at a time, after those told already. It stands after the import and not in its batches, for a
 * holder of a hundred codes gets one letter.
 */
export async function* toldPages(
  ctx: VerbContext,
  told: Told,
  afterId: string,
): AsyncGenerator<ToldPage, void, void> {
  const { importId } = told
  for (let after = afterId; ; ) {
    await ctx.giveWay()
    const page = await readRunHolders(ctx.db, { importId, afterId: after, limit: HOLDERS_PER_PAGE })
    const last = page.at(-1)
    if (last === undefined) return
    after = last.organisationId
    yield { statements: await statementsOf(ctx, told, page), upTo: after }
    if (page.length < HOLDERS_PER_PAGE) return
  }
}

/** Tells all holders at one go, for a caller that waits: pages of a job, so no `change()`. */
export async function tellHolders(ctx: VerbContext, told: Told): Promise<void> {
  for await (const { statements } of toldPages(ctx, told, '')) await runBatch(ctx.db, statements)
}

async function statementsOf(
  ctx: VerbContext,
  told: Told,
  holders: readonly { readonly organisationId: string; readonly count: number }[],
): Promise<Statement[]> {
  const { importId } = told
  const recipients = await readRecipients(
    ctx.db,
    holders.map(({ organisationId }) => organisationId),
  )
  const messages = holders.flatMap(({ organisationId, count }) => {
    const to = recipients.get(organisationId)
    if (to === undefined) return []
    return tellHolder(ctx, { recipients: to, href: '/portal/codes', ...messageOf(told, count) })
  })
  const action: AuditAction = told.isDecisions === true ? 'codes.undo-told' : 'import.told'
  const reason = told.isDecisions === true ? told.undone : null
  const entry = { action, entity: 'import_run' as const, entityId: importId, reason }
  return [...messages, auditStatement(ctx, entry)]
}

function messageOf(
  { fileName: file, undone, isDecisions }: Told,
  count: number,
): { readonly kind: MessageKind; readonly title: LocalText; readonly body: LocalText } {
  const reason = inEach((lang) => asSentence(undone ?? '', lang))
  const said = (text: LocalText) => fillAll(text, { file, count, reason })
  if (isDecisions === true) {
    return { kind: 'code_status', title: said(C.takenBack), body: said(C.takenBackBody) }
  }
  if (undone === null) return { kind: 'import', title: said(W.told), body: said(W.toldBody) }
  return { kind: 'import', title: said(W.toldUndone), body: said(W.toldUndoneBody) }
}
