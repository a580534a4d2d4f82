import { DIARY_COPY as W } from '../../../copy/portal/diary.ts'
import { correctDiaryEntry } from '../../../verbs/diary/correct-diary-entry.ts'
import { loadEntry } from '../../../verbs/diary/load-entry.ts'
import type { PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { amendRoutes } from './amend-entry.ts'
import { CORRECTION, entryFacts, readCorrection, textsOfEntry } from './correction-form.ts'
import { diaryOfSite } from './diary-path.ts'
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
  ...recordForm({
    path: `${PATH}/:id/correct`,
    may: 'diary.write',
    load: (portal) => loadEntry(portal.ctx, portal.param('id'), 'diary.write'),
    values: textsOfEntry,
    asks: CORRECTION,
    act: async ({ ctx, texts }, { id }) =>
      correctDiaryEntry({ ctx, input: { ...readCorrection(texts), id } }),
    back: ({ siteId }) => diaryOfSite(siteId),
    done: (_, { siteId }) => `${diaryOfSite(siteId)}&done=saved`,
    page: ({ lang }, { loaded }) => ({
      title: W.correctTitle[lang],
      facts: entryFacts(loaded, lang),
      note: W.correctNote[lang],
      save: W.save[lang],
    }),
  }),
]
