import { readRunHolders } from '../../../db/queries/bulk-decisions.ts'
import { readRecipients } from '../../../db/queries/code-portal.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import type { Language, LocalText } from '../../domain/text.ts'
import { asSentence } from '../../domain/words/as-sentence.ts'
import { fill } from '../../domain/words/fill.ts'
import { IMPORTS_WORDS as W } from '../../domain/words/portal/imports-words.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { tellHolder } from '../mail/tell-holder.ts'

const HOLDERS_PER_BATCH = 50

/**
 * Tells each holder once that a list decided on their codes, or that it was taken back. It stands
 * after the import and not in its batches: a holder of a hundred codes gets one letter.
 */
export async function tellHolders(
  ctx: VerbContext,
  input: {
    readonly importId: string
    readonly fileName: string
    /** Why it was taken back; null for the import itself. */
    readonly undone: string | null
  },
): Promise<void> {
  const { importId, fileName: file, undone } = input
  const holders = await readRunHolders(ctx.db, importId)
  for (let at = 0; at < holders.length; at += HOLDERS_PER_BATCH) {
    const page = holders.slice(at, at + HOLDERS_PER_BATCH)
    const recipients = await readRecipients(
      ctx.db,
      page.map(({ organisationId }) => organisationId),
    )
    const statements = page.flatMap(({ organisationId, count }) => {
      const to = recipients.get(organisationId)
      if (to === undefined) return []
      const values = { file, count, undone: undone ?? '' }
      const [title, body] =
        undone === null ? [W.told, W.toldBody] : [W.toldUndone, W.toldUndoneBody]
      const message = { title: filled(title, values), body: filled(body, values) }
      return tellHolder(ctx, { recipients: to, kind: 'import', href: '/portal/codes', ...message })
    })
    const entry = { action: 'import.told', entity: 'import_run', entityId: importId }
    await runBatch(ctx.db, [...statements, auditStatement(ctx, entry)])
  }
}

function filled(
  text: LocalText,
  values: { readonly file: string; readonly count: number; readonly undone: string },
): LocalText {
  const one = (lang: Language) =>
    fill(text[lang], { ...values, reason: asSentence(values.undone, lang) })
  return { vi: one('vi'), en: one('en'), zh: one('zh') }
}
