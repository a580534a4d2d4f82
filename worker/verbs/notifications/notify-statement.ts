import type { Statement } from '../../../db/queries/run-batch.ts'
import { notification } from '../../../db/schema/index.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { VerbContext } from '../context.ts'

/** What the members of an organisation are to be told. */
export type Message = {
  readonly organisationId: string
  readonly kind: MessageKind
  /** One line, no full stop. */
  readonly title: LocalText
  /** One or two sentences: what happened, by whom, what to do. */
  readonly body: LocalText
  /** Path on this site where the task stands; null when there is none. */
  readonly href: `/${string}` | null
}

export type MessageKind =
  | 'code_status'
  | 'code'
  | 'application'
  | 'site'
  | 'import'
  | 'member'
  | 'batch'
  | 'certification'
  | 'report'
  | 'case'
  | 'finding'
  | 'visit'
  | 'foreign_notice'
  | 'system'

/**
 * A message to an organisation, to stand in the same atomic batch as the change it tells of. Its
 * members see it in the portal until one of them has read it.
 */
export function notifyStatement(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId'>,
  message: Message,
): Statement {
  return ctx.db.insert(notification).values({
    ...message,
    id: ctx.newId(),
    createdAt: ctx.now(),
  })
}
