import { listOfficesOf } from '../../../db/queries/certification-reminders.ts'
import type { NoticeCodeRow } from '../../../db/queries/foreign-notice-items.ts'
import type { NoticeRow } from '../../../db/queries/foreign-notices.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import type { Place } from '../../domain/access/roles.ts'
import type { Change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { noticePath } from './notice-path.ts'

/** A code that a notice names, with the province whose office answers for it. */
type Named = Pick<NoticeCodeRow, 'codeId' | 'provinceCode'>

/**
 * Messages to the offices of other provinces whose codes a notice has come to name, one an office;
 * the office the notice lies with works on it already.
 */
export async function tellOffices(
  ctx: VerbContext,
  about: {
    readonly notice: Pick<NoticeRow, 'id' | 'number' | 'market' | 'dueOn'>
    readonly named: readonly Named[]
    /** Where the notice lies; its province is null for an office of everywhere. */
    readonly place: Place
  },
): Promise<NonNullable<Change['tell']>> {
  const { notice, named, place } = about
  const { id, number, market, dueOn } = notice
  const told = [...countsOf(named, place)].map(async ([provinceCode, count]) => {
    const offices = await listOfficesOf(ctx.db, { provinceCode, communeCode: null })
    const body = fillAll(W.officeBody, {
      ...{ number, count, market: inEach((lang) => marketName(market, lang)) },
      due: inEach((lang) => formatOn(dueOn, lang)),
    })
    return offices.map((recipients) => ({
      ...{ recipients, kind: 'foreign_notice' as const, title: W.officeTitle, body },
      href: noticePath(id),
    }))
  })
  return (await Promise.all(told)).flat()
}

/** How many codes lie in each other province. */
function countsOf(named: readonly Named[], place: Place): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { provinceCode, codeId } of named) {
    // An office of everywhere has recorded it itself.
    const isOther = place.provinceCode !== null && provinceCode !== place.provinceCode
    if (codeId !== null && provinceCode !== null && isOther) {
      counts.set(provinceCode, (counts.get(provinceCode) ?? 0) + 1)
    }
  }
  return counts
}
