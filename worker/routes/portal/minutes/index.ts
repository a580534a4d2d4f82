import { formatAt, formatOn } from '../../../copy/format.ts'
import { INSPECTIONS_COPY as I, INSPECTION_KIND_NAMES } from '../../../copy/portal/inspections.ts'
import { MINUTES_COPY as W } from '../../../copy/portal/minutes.ts'
import { dayOf } from '../../../domain/inspections/page-texts.ts'
import { toCalendarDate } from '../../../lib/time/calendar-date.ts'
import { Problem } from '../../../verbs/errors.ts'
import { dropDraft, readOwnDraft } from '../../../verbs/minutes/drop-draft.ts'
import { readOwnDrafts } from '../../../verbs/minutes/list-drafts.ts'
import { doneOf } from '../done-of.ts'
import { INSPECTIONS_PATH } from '../inspections/inspection-path.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'
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
  const rows = await readOwnDrafts(ctx)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: { href: NEW_PATH, text: W.add[lang] },
    title: W.drafts[lang],
    lead: W.draftsLead[lang],
    empty: W.draftsEmpty[lang],
    columns: [I.site, I.day, I.kind, W.savedAt, W.drop].map((name) => name[lang]),
    rows: rows.map(({ id, siteName, communeName, kind, texts, savedAt }) => {
      const on = toCalendarDate(dayOf(texts['on'] ?? ''))
      return [
        { text: siteName, href: stepPath(id, 'ask'), small: communeName },
        { text: on === null ? '' : formatOn(on, lang) },
        { text: INSPECTION_KIND_NAMES[kind][lang] },
        { text: formatAt(savedAt, lang) },
        { text: W.drop[lang], href: dropPath(id) },
      ]
    }),
    done: doneOf(portal, { dropped: W.dropped }),
    links: [{ href: INSPECTIONS_PATH, text: I.title[lang] }],
  })
}
