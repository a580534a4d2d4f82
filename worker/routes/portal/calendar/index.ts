import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { CALENDAR_COPY as W } from '../../../copy/portal/calendar.ts'
import { spanText } from '../../../domain/calendar/read-days-off.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { DAYS_OFF } from '../../../resources/days-off.ts'
import { listYears, type ShownYear } from '../../../verbs/calendar/list-years.ts'
import { saveDaysOff, yearOf } from '../../../verbs/calendar/save-days-off.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { doneOf } from '../done-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'

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
  const years = await listYears(ctx)
  const mayWrite = mayAny(ctx.actor, may)
  // The next one that nobody has decided is what somebody comes for.
  const next = years.findLast(({ announced }) => !announced)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding:
      mayWrite && next !== undefined
        ? { href: `${PATH}/${next.year}`, text: fill(W.enter[lang], { year: next.year }) }
        : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.year, W.daysOff, W.worked, W.basis].map((name) => name[lang]),
    rows: years.map((year) => cellsOf(year, { lang, mayWrite })),
    done: doneOf(portal, { saved: W.saved }),
  })
}

function cellsOf(
  shown: ShownYear,
  { lang, mayWrite }: { readonly lang: Language; readonly mayWrite: boolean },
): readonly TableCell[] {
  const { year, off, worked, entry } = shown
  const on = (day: string) => formatOn(day, lang)
  return [
    { text: year, ...(mayWrite ? { href: `${PATH}/${year}` } : {}) },
    { text: off.map((span) => spanText(span, on)).join('; ') },
    { text: worked.map(on).join('; ') },
    {
      text: basisOf(shown, lang),
      small:
        entry === null
          ? null
          : fill(W.byAt[lang], {
              who: entry.actorName ?? '',
              at: formatAt(entry.recordedAt, lang),
            }),
    },
  ]
}

function basisOf({ from, entry }: ShownYear, lang: Language): string {
  if (entry !== null) {
    const { documentNo: document, decidedOn } = entry
    return fill(W.decided[lang], { document, on: formatOn(decidedOn, lang) })
  }
  return from === 'shipped' ? W.shipped[lang] : W.provisional[lang]
}
