import * as z from 'zod'
import { hasRoomForToken, MOST_OPEN_TOKENS } from '../../../db/queries/tokens.ts'
import { fillAll } from '../../copy/fill.ts'
import { TOKEN_REFUSALS } from '../../copy/refusals/tokens.ts'
import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { told } from '../../resources/told.ts'
import { selfOf } from '../accounts/self.ts'
import { change } from '../change.ts'
import { type Call, SCOPES } from '../context.ts'
import { requireAny, scopesOfRole } from '../guard/authorise.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { newToken } from './new-token.ts'

/** Nobody is sure for longer who still holds it. */
export const LONGEST_DAYS = 730

const schema = z.object({
  name: lineField(100),
  scopes: z
    .array(z.enum(SCOPES, told(fillAll(TOKEN_REFUSALS.scope, { list: SCOPES.join(', ') }))))
    .min(1, told(TOKEN_REFUSALS.noScope))
    .transform((list) => [...new Set(list)]),
  /** The last day on which it is good. */
  expiresOn: calendarDateField,
})

/**
 * Makes a token for a program of one's own organisation. It may never do more than its maker may
 * when it is used. The token itself is in the answer and nowhere else.
 */
export async function makeOwnToken({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ id: string; token: string }> {
  requireAny(ctx, 'tokens.own')
  const person = selfOf(ctx)
  const { name, scopes, expiresOn } = parseInput(schema, input)
  const beyond = scopes.filter((scope) => !scopesOfRole(person.role).includes(scope))
  if (beyond.length > 0) {
    throw invalidField('scopes', fillAll(TOKEN_REFUSALS.beyond, { list: beyond.join(', ') }))
  }
  const { organisationId, userId: makerId } = person
  const expiresAt = endOf(expiresOn, ctx.now())
  const { id, token, ...made } = await newToken(ctx, {
    ...{ name, scopes, organisationId, expiresAt, makerId },
  })
  await change(ctx, {
    may: 'tokens.own',
    target: { organisationId, place: null },
    guards: [{ holds: hasRoomForToken(organisationId), refusal: tooMany }],
    ...made,
  })
  return { id, token }
}

/** The instant at which a day is over in Vietnam. */
function endOf(text: string, now: number): number {
  const day = toCalendarDate(text)
  const today = vietnamDateOf(now)
  if (day === null || day <= today || day > addDays(today, LONGEST_DAYS)) {
    throw invalidField('expiresOn', fillAll(TOKEN_REFUSALS.expiry, { most: LONGEST_DAYS }))
  }
  return Date.parse(`${addDays(day, 1)}T00:00:00+07:00`)
}

const tooMany = () => conflict(fillAll(TOKEN_REFUSALS.tooMany, { most: MOST_OPEN_TOKENS }))
