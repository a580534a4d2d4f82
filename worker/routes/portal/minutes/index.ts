import { formatAt, formatOn } from '../../../copy/format.ts'
import { INSPECTIONS_COPY as I, INSPECTION_KIND_NAMES } from '../../../copy/portal/inspections.ts'
import { MINUTES_COPY as W } from '../../../copy/portal/minutes.ts'
import { dayOf } from '../../../domain/inspections/page-texts.ts'
import { toCalendarDate } from '../../../lib/time/calendar-date.ts'
import { Problem } from '../../../verbs/errors.ts'
import { dropDraft, readOwnDraft } from '../../../verbs/minutes/drop-draft.ts'
import { readOwnDrafts } from '../../../verbs/minutes/list-drafts.ts'
import { INSPECTIONS_PATH } from '../inspections/inspection-path.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { DRAFTS_PATH, dropPath, NEW_PATH, stepPath } from './paths.ts'
import { startForm } from './start-form.ts'
import { stepForms } from './step-forms.ts'

/** Minutes written at a desk: begun, left, taken up again, finished. */
export const minutesRoutes: readonly PortalRoute[] = [
  ...startForm,
  { method: 'GET', path: DRAFTS_PATH, may: 'inspections.write', handle: showDrafts },
  ...stepForms,
  ...recordForm({
    path: `${DRAFTS_PATH}/:id/drop`,
    may: 'inspections.write',
    load: openToDrop,
    stamp: ({ version }) => ({ expected: String(version) }),
    back: DRAFTS_PATH,
    once: ({ ctx, texts: { expected = '' } }, { id }) =>
      dropDraft({ ctx, input: { id, expected } }),
    done: 'dropped',
    page: ({ lang }) => ({
      title: W.drop[lang],
      note: W.dropNote[lang],
      save: W.drop[lang],
    }),
  }),
]

/** One that is gone may be gone by the same click before: its receipt says so. */
async function openToDrop({ c, param, ctx }: Portal) {
  const id = param('id')
  try {
    const { version } = await readOwnDraft(ctx, id)
    return { id, version }
  } catch (error) {
    if (c.req.method === 'GET' || !isGone(error)) throw error
    return { id, version: 0 }
  }
}

const isGone = (error: unknown) => error instanceof Problem && error.code === 'not_found'

/** `GET /portal/inspections/drafts`. */
async function showDrafts(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  return showListPage(
    portal,
    { rows: await readOwnDrafts(ctx) },
    {
      adding: { href: NEW_PATH, text: W.add },
      words: { title: W.drafts, lead: W.draftsLead, empty: W.draftsEmpty },
      columns: [
        column(I.site, ({ id, siteName, communeName }) => ({
          text: siteName,
          href: stepPath(id, 'ask'),
          small: communeName,
        })),
        column(I.day, ({ texts }) => {
          const on = toCalendarDate(dayOf(texts['on'] ?? ''))
          return on && formatOn(on, lang)
        }),
        column(I.kind, ({ kind }) => INSPECTION_KIND_NAMES[kind]),
        column(W.savedAt, ({ savedAt }) => formatAt(savedAt, lang)),
        column(W.drop, ({ id }) => ({ text: W.drop, href: dropPath(id) })),
      ],
      done: { dropped: W.dropped },
      links: [{ href: INSPECTIONS_PATH, text: I.title }],
    },
  )
}
