import { type CodeTarget, readTargetsOfCodes } from '../../../db/queries/code-portal.ts'
import { readDaysOff } from '../../../db/queries/days-off.ts'
import { insertItems, type NoticeCodeRow } from '../../../db/queries/foreign-notice-items.ts'
import {
  insertNotice,
  type NoticeRow,
  readNoticeByNumber,
} from '../../../db/queries/foreign-notices.ts'
import { fill, fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import type { Place } from '../../domain/access/roles.ts'
import { totalsOf } from '../../domain/foreign-notices/match-codes.ts'
import { nextNoticeReminderOn } from '../../domain/foreign-notices/notice-terms.ts'
import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { authorityOf, deskPlace } from '../cases/desk-place.ts'
import { newCase } from '../cases/new-case.ts'
import { targetOfCase } from '../cases/open-case.ts'
import { change } from '../change.ts'
import type { Lookup, VerbContext } from '../context.ts'
import { alreadyExists, tooBusy } from '../guard/refusals.ts'
import type { MatchedList } from './match-listed.ts'
import { noticePath } from './notice-path.ts'
import { tellOffices } from './tell-offices.ts'

/** What a notice says of itself, as it was read. */
export type SaidNotice = Omit<
  NoticeRow,
  'id' | 'dueOn' | 'listedCount' | 'remindOn' | 'createdAt'
> & {
  readonly summary: string | null
  readonly dueOn: CalendarDate
}

/** The same number from the same market is the same notice. */
export function sameNotice({ number, market }: Pick<SaidNotice, 'number' | 'market'>, id: string) {
  const text = fillAll(R.noticeThere, {
    number,
    market: inEach((lang) => marketName(market, lang)),
  })
  return alreadyExists({ text, existing: { id, href: noticePath(id) } })
}

/** Writes case, notice and every code of it in one atomic batch. */
export async function storeNotice(
  ctx: VerbContext,
  { said, list }: { readonly said: SaidNotice; readonly list: MatchedList },
): Promise<{ readonly id: string }> {
  const { summary, ...own } = said
  const totals = totalsOf(list.matches)
  const targets = await targetsOf(ctx, list)
  const place = deskPlace(ctx.actor, provinceOfAll([...targets.values()]))
  const now = ctx.now()
  const market = marketName(said.market, 'vi')
  const { row, statements } = newCase(ctx, {
    ...{ kind: 'foreign_notice', summary, dueOn: said.dueOn, place, subjects: [] },
    title: fill(W.caseTitle.vi, { market, number: said.number }),
    authorityId: authorityOf(ctx.actor),
    opening: fill(W.openedText.vi, totals),
  })
  const { id } = row
  const items = itemsOf(ctx, { noticeId: id, list, targets, place })
  return change(ctx, {
    may: 'foreign.decide',
    target: targetOfCase(row),
    statements: [
      ...statements,
      insertNotice(ctx.db, {
        ...{ ...own, id, listedCount: totals.listed, createdAt: now },
        remindOn: nextNoticeReminderOn(said.dueOn, vietnamDateOf(now), await readDaysOff(ctx.db)),
      }),
      insertItems(ctx.db, items),
    ],
    audit: { action: 'foreign.record', entityId: id, after: { ...own, ...totals } },
    tell: await tellOffices(ctx, { notice: { ...said, id }, named: items, place }),
    taken: async () => {
      const known = await readNoticeByNumber(ctx.db, said)
      return known === null ? tooBusy() : sameNotice(said, known.id)
    },
    receipt: { id },
  })
}

async function targetsOf(
  { db }: Lookup,
  { matches }: MatchedList,
): Promise<ReadonlyMap<string, CodeTarget>> {
  const codes = matches.flatMap(({ match }) => (match.kind === 'matched' ? [match.code] : []))
  return new Map((await readTargetsOfCodes(db, codes)).map((target) => [target.code, target]))
}

/** The province of all codes; null where they lie in several. */
function provinceOfAll(targets: readonly CodeTarget[]): Place | null {
  const [provinceCode = null, ...others] = new Set(targets.map((target) => target.provinceCode))
  return others.length > 0 ? null : { provinceCode, communeCode: null }
}

function itemsOf(
  ctx: VerbContext,
  of: {
    readonly noticeId: string
    readonly list: MatchedList
    readonly targets: ReadonlyMap<string, CodeTarget>
    readonly place: Place
  },
): NoticeCodeRow[] {
  const { noticeId, list, targets, place } = of
  return list.matches.map(({ row, listed, times, match }) => {
    const target = match.kind === 'matched' ? targets.get(match.code) : undefined
    return {
      ...{ id: ctx.newId(), noticeId, row, listed, times },
      ...(target === undefined ? unknownAt(place) : knownAs(target)),
      state: target === undefined ? ('unmatched' as const) : ('received' as const),
      ...{ assignedTo: null, cause: null, causeText: null, report: null, passed: null },
      ...{ suspendedOn: null, restoredOn: null, toldAt: null, remindedOn: null },
      version: 1,
    }
  })
}

/** What an item takes from the code it means. */
export function knownAs({ codeId, siteId, organisationId, provinceCode, communeCode }: CodeTarget) {
  return { codeId, siteId, organisationId, provinceCode, communeCode }
}

/** A text that no code was found for lies where its notice does. */
export function unknownAt({ provinceCode, communeCode }: Place) {
  return { codeId: null, siteId: null, organisationId: null, provinceCode, communeCode }
}
