import { readDaysOff } from '../../../db/queries/days-off.ts'
import { MOST_NOTICE_CODES } from '../../../db/queries/foreign-notice-items.ts'
import { readNoticeByNumber } from '../../../db/queries/foreign-notices.ts'
import { fillAll } from '../../copy/fill.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import type { DaysOff } from '../../domain/calendar/public-holidays.ts'
import { addWorkingDays } from '../../domain/calendar/working-days.ts'
import type { ListedCode } from '../../domain/foreign-notices/listed-codes.ts'
import { totalsOf } from '../../domain/foreign-notices/match-codes.ts'
import { holderDueOn } from '../../domain/foreign-notices/notice-terms.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { FOREIGN_NOTICE } from '../../resources/foreign-notice.ts'
import { inputOf } from '../../resources/resource.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { needsConfirmation } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { type MatchedList, matchListed } from './match-listed.ts'
import { type SaidNotice, sameNotice, storeNotice } from './store-notice.ts'

/**
 * Records a notice with every code it names as one case, all of it at once. What the list was read as
 * is asked about first; texts without a code are kept as they stand, for somebody to settle. The same
 * number from the same market again is refused with where it is.
 */
export async function recordNotice({
  ctx,
  input,
}: Call<{
  readonly texts: Texts
  readonly listed: readonly ListedCode[]
  readonly confirmed: readonly string[]
}>): Promise<{ readonly id: string }> {
  requireAny(ctx, 'foreign.decide')
  const said = readSaid(ctx, input.texts, await readDaysOff(ctx.db))
  const known = await readNoticeByNumber(ctx.db, said)
  if (known !== null) throw sameNotice(said, known.id)
  const list = await matchListed(ctx, input.listed)
  if (list.matches.length > MOST_NOTICE_CODES) {
    const most = MOST_NOTICE_CODES
    throw invalidField('list', fillAll(R.tooManyCodes, { most }))
  }
  const question = matchQuestion(list)
  if (!input.confirmed.includes(question.code)) throw needsConfirmation([question])
  return storeNotice(ctx, { said, list })
}

/** What a list was read as, to be confirmed by these very figures. */
export function matchQuestion(list: MatchedList) {
  const totals = totalsOf(list.matches)
  const { listed, matched, near, unknown, repeated } = totals
  return {
    code: `codes:${[listed, matched, near, unknown, repeated].join('-')}`,
    text: fillAll(W.askCodes, totals),
    figures: totals,
  }
}

function readSaid(ctx: VerbContext, texts: Texts, daysOff: DaysOff): SaidNotice {
  const { termDays, number, ...given } = parseInput(inputOf(FOREIGN_NOTICE), texts)
  const receivedOn = toCalendarDate(given.receivedOn)
  if (receivedOn === null || receivedOn > vietnamDateOf(ctx.now())) {
    throw invalidField('receivedOn', R.receivedLater)
  }
  const stated = given.dueOn === null ? null : toCalendarDate(given.dueOn)
  const dueOn = stated ?? (termDays === null ? null : addWorkingDays(receivedOn, termDays, daysOff))
  if (dueOn === null) throw invalidField('dueOn', R.noTerm)
  if (dueOn < receivedOn) throw invalidField('dueOn', R.dueEarlier)
  return {
    ...given,
    ...{ number, receivedOn, dueOn },
    numberFolded: foldVietnamese(number).replace(/\s+/g, ''),
    holderDueOn: holderDueOn(receivedOn, dueOn, daysOff),
  }
}
