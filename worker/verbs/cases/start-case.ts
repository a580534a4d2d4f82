import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import { insertCase, insertSubject } from '../../../db/queries/cases.ts'
import { CASE, CASE_SUBJECT } from '../../resources/case.ts'
import { difference, inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import type { Texts } from '../records/save-record.ts'
import { deskPlace } from './desk-place.ts'
import { newCase } from './new-case.ts'
import { targetOfCase } from './open-case.ts'
import { subjectOf } from './subject-of.ts'

/**
 * Opens a case about something, under the next number of its province and year. It lies where the
 * thing does, if that is a place of whoever opens it, else in their own.
 */
export async function startCase({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { readonly texts: Texts }
}): Promise<{ id: string }> {
  requireAny(ctx, 'cases.write')
  const given = parseInput(inputOf(CASE), input.texts)
  const { aboutKind, aboutText } = parseInput(inputOf(CASE_SUBJECT), input.texts)
  const subject = await subjectOf(ctx, { kind: aboutKind, typed: aboutText })
  const place = deskPlace(ctx.actor, subject.place)
  const [id, now, actor] = [ctx.newId(), ctx.now(), actorText(ctx.actor)]
  const row = newCase(ctx, { ...given, ...place, id })
  const { kind, entityId, shown } = subject
  await change(ctx, {
    may: 'cases.write',
    target: targetOfCase(row),
    statements: [
      insertCase(ctx.db, row),
      insertSubject(ctx.db, { caseId: id, kind, entityId, shown, addedAt: now }),
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'case', entityId: id, kind: 'opened' },
        ...{ text: given.summary, at: now, actor },
      }),
    ],
    audit: [
      {
        action: 'case.open',
        entity: 'case',
        entityId: id,
        after: { ...difference(CASE, { before: null, after: row }).after, about: shown },
      },
    ],
    receipt: { id },
  })
  return { id }
}
