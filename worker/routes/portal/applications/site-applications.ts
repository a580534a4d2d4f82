import type { PageApplicationRow } from '../../../../db/queries/sites-page.ts'
import type { SiteModel } from '../../../../site/models/sites.ts'
import { formatOn } from '../../../copy/format.ts'
import {
  APPLICATION_KIND_NAMES,
  APPLICATION_STATE_NAMES,
} from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { applicationNumber } from '../../../verbs/applications/open-application.ts'
import { applicationPath } from './application-path.ts'

/** The applications of a place as its own page lists them. */
export function siteApplications(
  rows: readonly PageApplicationRow[],
  lang: Language,
): SiteModel['applications'] {
  return {
    columns: [W.number, W.kind, W.state, W.due].map((name) => ({ name: name[lang] })),
    rows: rows.map((row) => {
      const { id, kind, state, dueOn, closedAt, grantedCodes } = row
      // As the column keeps them.
      const granted = JSON.parse(grantedCodes) as readonly string[]
      const ended = closedAt === null ? null : formatOn(vietnamDateOf(closedAt), lang)
      return [
        { text: applicationNumber(row), href: applicationPath(id), code: true },
        { text: APPLICATION_KIND_NAMES[kind][lang], small: granted.join(', ') || null },
        { text: APPLICATION_STATE_NAMES[state][lang], small: ended },
        { text: dueOn === null ? '' : formatOn(dueOn, lang) },
      ]
    }),
  }
}
