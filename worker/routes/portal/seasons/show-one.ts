import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { DIARY_COPY as D } from '../../../copy/portal/diary.ts'
import { SEASONS_COPY as W } from '../../../copy/portal/seasons.ts'
import { SEASON_BOOK as B } from '../../../copy/season-book.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { factsOf } from '../../../resources/resource.ts'
import { SEASON, SEASON_END } from '../../../resources/season.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { type OpenedSeason, openSeason } from '../../../verbs/seasons/open-season.ts'
import type { Portal } from '../portal-route.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { isLate, seasonName, seasonPath, stateText } from './season-view.ts'

const { opened, saved, same, closed, reopened } = W
const DONE = { opened, saved, same, closed, reopened }

/** `GET /portal/seasons/{id}`. */
export async function showSeason(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const shown = await openSeason(ctx, param('id'))
  const { row } = shown
  const today = vietnamDateOf(ctx.now())
  const path = seasonPath(row.id)
  const mayWrite = mayDo(ctx.actor, 'diary.write', shown.target)
  const isOpen = row.endedOn === null
  const closing = { href: `${path}/close`, text: W.close[lang] }
  return showDetailPage(portal, {
    title: seasonName(row, lang),
    back: { href: '/portal/seasons', text: W.title },
    done: DONE,
    notes: isLate(row, today)
      ? [
          {
            kind: 'warning',
            text: fill(W.lateNote[lang], { on: formatOn(row.expectedToOn, lang) }),
          },
        ]
      : [],
    primary: mayWrite && isOpen ? closing : undefined,
    links: [
      { href: `${path}/book/pdf`, text: B.open, download: true },
      { href: `${path}/book/xlsx`, text: B.openXlsx, download: true },
      { href: `/portal/diary?site=${encodeURIComponent(row.siteId)}`, text: D.open },
      mayWrite && isOpen && { href: `${path}/edit`, text: W.edit },
      mayWrite && !isOpen && { href: `${path}/reopen`, text: W.reopen },
    ],
    facts: factsIn(shown, { today, portal }),
  })
}

function factsIn(
  { row }: OpenedSeason,
  { today, portal }: { readonly today: string; readonly portal: Portal },
) {
  const { lang } = portal
  const day = (at: number) => formatOn(vietnamDateOf(at), lang)
  // Ids say nothing; their names do.
  const named = { ...row, siteId: row.siteName, householdId: row.householdName }
  const isClosed = row.closedAt !== null
  // What a season of a whole site does not have is nothing missing.
  const unsaid = (['householdId', 'plot', 'standardNote'] as const).filter(
    (name) => row[name] === null,
  )
  return [
    { label: W.owner, text: row.organisation },
    { label: W.state, text: stateText(row, { today, lang }) },
    ...factsOf(SEASON, { row: named, lang, without: ['markets', ...unsaid] }),
    {
      label: SEASON.fields.markets.label,
      text: row.markets.map((each) => marketName(each, lang)).join(', '),
    },
    { label: W.openedOn, text: day(row.createdAt) },
    ...(isClosed ? factsOf(SEASON_END, { row, lang }) : []),
    row.closedAt !== null && { label: W.closedOn, text: day(row.closedAt) },
    row.reopenedFor !== null && { label: W.reopenedFor, text: row.reopenedFor },
  ]
}
