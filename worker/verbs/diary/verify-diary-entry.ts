import * as z from 'zod'
import { isUnamendedEntry } from '../../../db/queries/diary-entries.ts'
import { findDiaryEntries } from '../../../db/queries/diary-imports.ts'
import { diaryVerification } from '../../../db/schema/index.ts'
import { fillAll } from '../../copy/fill.ts'
import { ROLES } from '../../copy/names.ts'
import { DIARY_REFUSALS } from '../../copy/refusals/diary.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { told } from '../../resources/told.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Asking, Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'

const schema = z.object({
  diaryEventId: z.string(),
  verifiedOn: calendarDateField,
  /** Whose word an operator writes down; a person signed in gives their own. */
  verifiedBy: z
    .object({
      role: z
        .string()
        .refine(
          (role) => Object.hasOwn(ROLES, role),
          told(fillAll(DIARY_REFUSALS.role, { list: Object.keys(ROLES).join(', ') })),
        ),
      /** The body that checked; a person stands as their role on public pages. */
      name: lineField(200),
    })
    .optional(),
})

/**
 * Records that an inspector or officer of its area checked a diary entry, not before it was done and
 * not in the future. A producer does not verify itself, and nobody in another's name.
 */
export async function verifyDiaryEntry({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ id: string }> {
  requireAny(ctx, 'diary.verify')
  const { diaryEventId, verifiedOn, verifiedBy } = parseInput(schema, input)
  const [entry] = await findDiaryEntries(ctx.db, { id: diaryEventId })
  if (entry === undefined) throw notFound(THINGS.diaryEntry)
  const text = DIARY_REFUSALS.checkedOn
  if (verifiedOn < entry.occurredOn || verifiedOn > vietnamDateOf(ctx.now())) {
    throw invalidField('verifiedOn', text)
  }
  const unamended = {
    holds: isUnamendedEntry(entry.id),
    refusal: () => conflict(DIARY_REFUSALS.notAsItStands),
  }
  const by = verifierOf(ctx, verifiedBy)
  const fields = { diaryEventId, verifiedOn, verifiedByRole: by.role, verifiedByName: by.name }
  const id = ctx.newId()
  await change(ctx, {
    may: 'diary.verify',
    target: targetOf(entry),
    guards: [unamended],
    statements: [ctx.db.insert(diaryVerification).values({ ...fields, id, recordedAt: ctx.now() })],
    audit: { action: 'diary.verify', entityId: entry.id, after: fields },
    touches: {
      siteIds: [entry.siteId],
      batchIds: entry.batchId === null ? [] : [entry.batchId],
    },
  })
  return { id }
}

function verifierOf(
  { actor }: Asking,
  named: { readonly role: string; readonly name: string } | undefined,
): { readonly role: string; readonly name: string } {
  if (actor.kind === 'user') return { role: actor.role, name: actor.organisationName }
  if (named !== undefined) return named
  throw invalidField('verifiedBy', DIARY_REFUSALS.checkedBy)
}
