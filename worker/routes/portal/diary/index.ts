import { correctDiaryEntry } from '../../../verbs/diary/correct-diary-entry.ts'
import { loadEntry } from '../../../verbs/diary/load-entry.ts'
import { formRoute } from '../form-route.ts'
import type { PortalRoute } from '../portal-route.ts'
import { amendRoutes } from './amend-entry.ts'
import { correctionPage, readCorrection, textsOfEntry } from './correction-form.ts'
import { newEntryRoutes } from './new-entry.ts'
import { showDiary } from './show-diary.ts'
import { showEntry } from './show-entry.ts'
import { SIGNALS_PATH, showSignals } from './show-signals.ts'
import { verifyEntry } from './verify-entry.ts'

const PATH = '/portal/diary'

/** Diaries: what was done, writing it down, each entry with what became of it, and what is worth a look. */
export const diaryRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'diary.read', handle: showDiary },
  ...newEntryRoutes,
  { method: 'GET', path: SIGNALS_PATH, may: 'diary.verify', handle: showSignals },
  { method: 'GET', path: `${PATH}/:id`, may: 'diary.read', handle: showEntry },
  { method: 'POST', path: `${PATH}/:id/verify`, may: 'diary.verify', handle: verifyEntry },
  ...amendRoutes,
  ...formRoute({
    path: `${PATH}/:id/correct`,
    may: 'diary.write',
    load: (portal) => loadEntry(portal.ctx, portal.param('id'), 'diary.write'),
    values: textsOfEntry,
    act: async (portal, entry) => {
      await correctDiaryEntry({
        ctx: portal.ctx,
        input: { ...readCorrection(portal.form), id: entry.id },
      })
      return `${PATH}?site=${encodeURIComponent(entry.siteId)}&done=saved`
    },
    page: ({ lang }, { loaded, form }) => correctionPage({ lang, entry: loaded, form }),
  }),
]
