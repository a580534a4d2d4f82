import { correctDiaryEntry } from '../../../verbs/diary/correct-diary-entry.ts'
import { loadEntry } from '../../../verbs/diary/load-entry.ts'
import { formRoute } from '../form-route.ts'
import type { PortalRoute } from '../portal-route.ts'
import { correctionPage, readCorrection, textsOfEntry } from './correction-form.ts'
import { showDiary } from './show-diary.ts'

const PATH = '/portal/diary'
const idOf = ({ c }: { c: { req: { param: (name: string) => string | undefined } } }) =>
  c.req.param('id') ?? ''

/** Diaries of the producer's places, and the form that corrects an entry. */
export const diaryRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'diary.read', handle: showDiary },
  ...formRoute({
    path: `${PATH}/:id/correct`,
    may: 'diary.write',
    load: (portal) => loadEntry(portal.ctx, idOf(portal), 'diary.write'),
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
