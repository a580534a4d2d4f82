import { type Recipients, readRecipients } from '../../../db/queries/code-portal.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fill } from '../../copy/fill.ts'
import { HOLDER_LETTER } from '../../copy/portal/holder-letter.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { VerbContext } from '../context.ts'
import {
  type Message,
  type MessageKind,
  notifyStatement,
} from '../notifications/notify-statement.ts'
import { letterStatements } from './letter-statements.ts'

type Told = {
  readonly kind: MessageKind
  readonly title: LocalText
  readonly body: LocalText
  readonly href: `/${string}`
}
type ToRecipients = Told & { readonly recipients: Recipients }

/** What an organisation is to be told, in the portal and by letters: by its id, or by who is known of it. */
export type HolderMessage = ToRecipients | (Told & { readonly holderId: string })

/**
 * All that a change tells, for its batch. An organisation that is not there is told nothing.
 */
export async function tellStatements(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId' | 'labelOrigin'>,
  tell: readonly (Message | HolderMessage)[],
): Promise<Statement[]> {
  const asked = tell.flatMap((told) => ('holderId' in told ? [told.holderId] : []))
  const known = await readRecipients(ctx.db, asked)
  return tell.flatMap((told) => {
    if ('organisationId' in told) return [notifyStatement(ctx, told)]
    if ('recipients' in told) return tellHolder(ctx, told)
    const recipients = known.get(told.holderId)
    return recipients === undefined ? [] : tellHolder(ctx, { ...told, recipients })
  })
}

/**
 * Tells an organisation something in the portal and by letters to its members and its own address,
 * in the batch of the change. The letter is the message in Vietnamese with the address of the page.
 */
export function tellHolder(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId' | 'labelOrigin'>,
  input: ToRecipients,
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
