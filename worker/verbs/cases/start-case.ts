import { CASE, CASE_SUBJECT } from '../../resources/case.ts'
import { difference, inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import type { Texts } from '../records/save-record.ts'
import { authorityOf, deskPlace } from './desk-place.ts'
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
}: Call<{ readonly texts: Texts }>): Promise<{ id: string }> {
  requireAny(ctx, 'cases.write')
  const given = parseInput(inputOf(CASE), input.texts)
  const { aboutKind, aboutText } = parseInput(inputOf(CASE_SUBJECT), input.texts)
  const subject = await subjectOf(ctx, { kind: aboutKind, typed: aboutText })
  const place = deskPlace(ctx.actor, subject.place)
  const authorityId = authorityOf(ctx.actor)
  const { row, statements } = newCase(ctx, { ...given, authorityId, place, subjects: [subject] })
  const { id } = row
  return change(ctx, {
    may: 'cases.write',
    target: targetOfCase(row),
    statements,
    audit: {
      action: 'case.open',
      entityId: id,
      after: { ...difference(CASE, { before: null, after: row }).after, about: subject.shown },
    },
    receipt: { id },
  })
}
