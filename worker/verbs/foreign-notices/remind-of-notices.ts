import { listOfficesOf } from '../../../db/queries/certification-reminders.ts'
import { readDaysOff } from '../../../db/queries/days-off.ts'
import {
  areUnreminded,
  listNoticesUntold,
  listUnreminded,
  markReminded,
} from '../../../db/queries/foreign-notice-told.ts'
import {
  listNoticeReminders,
  type NoticeItem,
  reminderIs,
  setNoticeReminder,
} from '../../../db/queries/foreign-notices.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { nextNoticeReminderOn } from '../../domain/foreign-notices/notice-terms.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { changeUnlessMade } from '../change.ts'
import { targetOfPlace } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import { noticePath } from './notice-path.ts'
import { holderMessage, tellHoldersOf } from './tell-holders.ts'

/** Notices of one run; what is left is due the next day still. */
const MOST_AT_ONCE = 100
/** Holders told in one atomic batch. */
const HOLDERS_AT_ONCE = 50
const MOST_ROUNDS = 200

/**
 * Reminds the officers of a notice, and holders who have not reported yet, of the days by which they
 * are to; holders whom a cut-off run left untold are told. Messages and what is noted of them are one
 * atomic batch that holds only while nobody else sent them. Returns how many notices were reminded of.
 */
export async function remindOfNotices(ctx: VerbContext): Promise<number> {
  for (const id of await listNoticesUntold(ctx.db, MOST_AT_ONCE)) await tellHoldersOf(ctx, id)
  const today = vietnamDateOf(ctx.now())
  const due = await listNoticeReminders(ctx.db, { today, limit: MOST_AT_ONCE })
  let told = 0
  for (const notice of due) {
    await ctx.giveWay()
    const isOver = notice.state === 'closed'
    if (!isOver) await remindHolders(ctx, notice)
    if ((await remindOffice(ctx, notice)) && !isOver) told += 1
  }
  return told
}

/** The office; with it the day of the next reminder is set, so it comes after the holders. */
async function remindOffice(ctx: VerbContext, notice: NoticeItem): Promise<boolean> {
  const { id } = notice
  const today = vietnamDateOf(ctx.now())
  const last = toCalendarDate(notice.dueOn)
  const isOver = notice.state === 'closed' || last === null
  const offices = isOver ? [] : await listOfficesOf(ctx.db, notice)
  const remindOn = isOver ? null : nextNoticeReminderOn(last, today, await readDaysOff(ctx.db))
  return changeUnlessMade(ctx, {
    may: 'foreign.work',
    target: targetOfPlace(notice),
    guards: [{ holds: reminderIs(notice), refusal: editedMeanwhile }],
    statements: [setNoticeReminder(ctx.db, { id, remindOn })],
    // What nobody did and nothing changed is no business of the log.
    audit: [],
    tell: offices.map((recipients) => ({
      ...{ recipients, kind: 'foreign_notice' as const, href: noticePath(id) },
      ...officeReminder(notice),
    })),
  })
}

function officeReminder(notice: NoticeItem) {
  const values = {
    number: notice.number,
    market: inEach((lang) => marketName(notice.market, lang)),
    due: inEach((lang) => formatOn(notice.dueOn, lang)),
  }
  return { title: fillAll(W.remindTitle, values), body: fillAll(W.remindBody, values) }
}

async function remindHolders(ctx: VerbContext, notice: NoticeItem): Promise<void> {
  const { id } = notice
  const today = vietnamDateOf(ctx.now())
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const due = await listUnreminded(ctx.db, { noticeId: id, today, limit: HOLDERS_AT_ONCE })
    if (due.length === 0) return
    const holders = due.flatMap(({ organisationId }) => organisationId ?? [])
    const counts = new Map(due.map(({ organisationId, count }) => [organisationId, count]))
    const isSent = await changeUnlessMade(ctx, {
      may: 'foreign.work',
      target: targetOfPlace(notice),
      guards: [{ holds: areUnreminded(id, { holders, today }), refusal: editedMeanwhile }],
      statements: [markReminded(ctx.db, { noticeId: id, holders, today })],
      audit: [],
      tell: holders.map((holderId) => ({
        ...{ holderId, kind: 'foreign_notice' as const, href: noticePath(id) },
        ...holderMessage(notice, counts.get(holderId) ?? 0),
      })),
    })
    if (!isSent) return
  }
}
