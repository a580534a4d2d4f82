import { insertJob, insertJobUnlessOpen } from '../../../db/queries/jobs.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { type Actor, actorText, type VerbContext } from '../context.ts'
import type { JobKind } from './job-kind.ts'

/**
 * Asks for work: its id, and the statement that stands in the same atomic batch as the change it
 * belongs to. A unique violation says that the subject has an open job of this kind already.
 */
export function openJob<I, C, R>(
  ctx: VerbContext,
  asked: {
    readonly kind: JobKind<I, C, R>
    readonly subjectId: string
    readonly input: I
    readonly total?: number
    /** Where the subject has an open job of the kind already, that one is enough. */
    readonly unlessOpen?: true
  },
): { readonly id: string; readonly statement: Statement } {
  const { kind, subjectId, input, total, unlessOpen = false } = asked
  const id = ctx.newId()
  const at = ctx.now()
  const insert = unlessOpen ? insertJobUnlessOpen : insertJob
  const statement = insert(ctx.db, {
    ...{ id, kind: kind.name, subjectId, input, state: 'open', createdAt: at, dueAt: at },
    actor: actorText(ctx.actor),
    organisationId: organisationOf(ctx.actor),
    source: ctx.source,
    total: total ?? null,
  })
  return { id, statement }
}

function organisationOf(actor: Actor): string | null {
  return actor.kind === 'operator' ? null : actor.organisationId
}
