import type { Recipients } from '../../../db/queries/code-portal.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fill } from '../../copy/fill.ts'
import { HOLDER_LETTER } from '../../copy/portal/holder-letter.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { VerbContext } from '../context.ts'
import { type MessageKind, notifyStatement } from '../notifications/notify-statement.ts'
import { letterStatements } from './letter-statements.ts'

/** What a holder is to be told, in the portal and by letters. */
export type HolderMessage = {
  readonly recipients: Recipients
  readonly kind: MessageKind
  readonly title: LocalText
  readonly body: LocalText
  readonly href: `/${string}`
}

/**
 * Tells an organisation something in the portal and by letters to its members and its own address,
 * in the batch of the change. The letter is the message in Vietnamese with the address of the page.
 */
export function tellHolder(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId' | 'labelOrigin'>,
  input: HolderMessage,
): Statement[] {
  const { recipients, kind, title, body, href } = input
  const { organisationId, organisationName, addresses } = recipients
  const link = `${ctx.labelOrigin.toLowerCase()}${href}`
  const text = fill(HOLDER_LETTER, { organisation: organisationName, body: body.vi, link })
  return [
    notifyStatement(ctx, { organisationId, kind, title, body, href }),
    ...letterStatements(
      ctx,
      addresses.map((to) => ({ to, subject: title.vi, body: text })),
    ),
  ]
}
