import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { CALENDAR_COPY as W } from '../../../copy/portal/calendar.ts'
import { spanText } from '../../../domain/calendar/read-days-off.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { DAYS_OFF } from '../../../resources/days-off.ts'
import { listYears, type ShownYear } from '../../../verbs/calendar/list-years.ts'
import { saveDaysOff, yearOf } from '../../../verbs/calendar/save-days-off.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'

const PATH = '/portal/calendar'
const may = 'calendar.write'

/** The days off by which terms are counted: read by everybody, entered by officers. */
export const calendarRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'portal.use', handle: showYears },
  ...recordForm({
    path: `${PATH}/:year`,
    may,
    load: async ({ ctx, param }) => {
      const year = yearOf(ctx, param('year'))
      const shown = (await listYears(ctx)).find((each) => each.year === year)
      return { year, shown }
    },
    // What is known goes before: it is mended, not typed anew.
    values: ({ shown }) => ({
      off: (shown?.off ?? [])
        .map((span) => spanText(span, (day) => formatOn(day, 'vi')))
        .join('\n'),
      worked: (shown?.worked ?? []).map((day) => formatOn(day, 'vi')).join('\n'),
      documentNo: shown?.entry?.documentNo ?? '',
      decidedOn: shown?.entry?.decidedOn ?? '',
    }),
    stamp: ({ shown }) => ({ expected: shown?.entry?.id ?? '' }),
    asks: DAYS_OFF,
    once: ({ ctx, texts }, { year }) => saveDaysOff({ ctx, input: { year, texts } }),
    back: PATH,
    done: 'saved',
    page: ({ lang }, { loaded: { year, shown } }) => ({
      title: fill(W.formTitle[lang], { year }),
      note: W.formNote[lang],
      facts: shown === undefined ? [] : [{ label: W.basis[lang], text: basisOf(shown, lang) }],
      save: W.save[lang],
    }),
  }),
]

async function showYears(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const rows = await listYears(ctx)
  const mayWrite = mayAny(ctx.actor, may)
  // The next one that nobody has decided is what somebody comes for.
  const next = rows.findLast(({ announced }) => !announced)
  const on = (day: string) => formatOn(day, lang)
  return showListPage(
    portal,
    { rows },
    {
      adding:
        mayWrite && next !== undefined
          ? { href: `${PATH}/${next.year}`, text: fill(W.enter[lang], { year: next.year }) }
          : null,
      words: W,
      columns: [
        column(W.year, ({ year }) => ({
          text: year,
          href: mayWrite ? `${PATH}/${year}` : undefined,
        })),
        column(W.daysOff, ({ off }) => off.map((span) => spanText(span, on)).join('; ')),
        column(W.worked, ({ worked }) => worked.map(on).join('; ')),
        column(W.basis, (shown) => ({ text: basisOf(shown, lang), small: entryText(shown, lang) })),
      ],
      done: { saved: W.saved },
    },
  )
}

function entryText({ entry }: ShownYear, lang: Language): string | null {
  if (entry === null) return null
  const { actorName, recordedAt } = entry
  return fill(W.byAt[lang], { who: actorName ?? '', at: formatAt(recordedAt, lang) })
}

function basisOf({ from, entry }: ShownYear, lang: Language): string {
  if (entry !== null) {
    const { documentNo: document, decidedOn } = entry
    return fill(W.decided[lang], { document, on: formatOn(decidedOn, lang) })
  }
  return from === 'shipped' ? W.shipped[lang] : W.provisional[lang]
}
