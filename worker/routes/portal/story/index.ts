import { PORTAL_COPY as P } from '../../../copy/portal/common.ts'
import { ORGANISATION_COPY as W } from '../../../copy/portal/organisation.ts'
import { ORGANISATION_STORY } from '../../../resources/organisation.ts'
import { textsOf, versionOf } from '../../../resources/resource.ts'
import { STORY_RULES } from '../../../verbs/organisations/story-rules.ts'
import { openRecord } from '../../../verbs/records/open-record.ts'
import { editRecord } from '../../../verbs/records/save-record.ts'
import { doneOf } from '../done-of.ts'
import type { PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'

const PATH = '/portal/story'

/** What one's own organisation says of itself to whoever scans its labels. */
export const storyRoutes: readonly PortalRoute[] = recordForm({
  path: PATH,
  may: ORGANISATION_STORY.may.write,
  load: ({ ctx, person }) =>
    openRecord(ctx, ORGANISATION_STORY, { id: person.organisationId, to: 'write' }),
  values: (row) => textsOf(ORGANISATION_STORY, row),
  stamp: (row) => ({ expected: versionOf(ORGANISATION_STORY, row) }),
  asks: ORGANISATION_STORY,
  act: ({ ctx, person, texts, confirmed }) =>
    editRecord(ctx, ORGANISATION_STORY, {
      id: person.organisationId,
      texts,
      expected: texts['expected'] ?? '',
      rules: STORY_RULES,
      confirmed,
    }),
  back: '/portal',
  done: (changed) => `${PATH}?done=${changed ? 'saved' : 'same'}`,
  page: (portal) => {
    const { lang, person } = portal
    return {
      title: W.storyTitle[lang],
      note: W.storyNote[lang],
      done: doneOf(portal, { saved: W.storySaved, same: W.same }),
      facts: [{ label: W.name[lang], text: person.organisationName }],
      save: P.save[lang],
      sections: [
        {
          id: 'public',
          title: W.storyPublic[lang],
          links: [
            {
              href: `/o/${encodeURIComponent(person.organisationId)}`,
              text: W.storyPublic[lang],
            },
          ],
        },
      ],
    }
  },
})
