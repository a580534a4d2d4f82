import { formatNumber, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { PORTAL_COPY as P } from '../../../copy/portal/common.ts'
import {
  MONITORING_COPY as C,
  MONITORING_RULES_COPY as W,
} from '../../../copy/portal/monitoring.ts'
import { RISK_NAMES, VISIT_KIND_NAMES } from '../../../copy/portal/monitoring-names.ts'
import { MONITORING_RULE, SEASON_WINDOW } from '../../../resources/monitoring.ts'
import { CROP_RULES } from '../../../verbs/monitoring/crop-rules.ts'
import { readMonitoringRules, readSeasonWindows } from '../../../verbs/monitoring/list-plans.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordRoutes } from '../records/record-routes.ts'
import { RULES_PATH, WINDOWS_PATH } from './paths.ts'
import { spanText } from './plan-text.ts'

const WORDS = { saved: C.saved, save: P.save }

/** How often places are looked at, and when seasons are. */
export const ruleRoutes: readonly PortalRoute[] = [
  ...recordRoutes({
    resource: MONITORING_RULE,
    rules: CROP_RULES,
    path: RULES_PATH,
    owned: placeOf,
    words: {
      ...{ ...WORDS, title: C.rules, lead: W.lead, empty: W.empty, add: W.add },
      ...{ addTitle: W.add, editTitle: W.edit },
    },
    list: ({ ctx }) => readMonitoringRules(ctx),
    columns: [W.crop, W.market, W.risk, W.perSeason, W.days, W.basis],
    cells: (row, lang) => [
      { text: row.crop ?? W.all[lang], href: `${RULES_PATH}/${encodeURIComponent(row.id)}` },
      { text: row.market === null ? '' : marketName(row.market, lang) },
      { text: row.risk === null ? '' : RISK_NAMES[row.risk][lang] },
      { text: formatNumber(row.perSeason, lang), small: VISIT_KIND_NAMES[row.kind][lang] },
      {
        text: row.toOn === null ? formatOn(row.fromOn, lang) : spanText(row.fromOn, row.toOn, lang),
      },
      { text: row.legalBasis },
    ],
  }),
  ...recordRoutes({
    resource: SEASON_WINDOW,
    rules: CROP_RULES,
    path: WINDOWS_PATH,
    owned: ({ person }) => ({ provinceCode: person.place.provinceCode }),
    words: {
      ...{ ...WORDS, title: C.windows, lead: W.windowsLead, empty: W.windowsEmpty },
      ...{ add: W.addWindow, addTitle: W.addWindow, editTitle: W.editWindow },
    },
    list: ({ ctx }) => readSeasonWindows(ctx),
    columns: [W.name, W.crop, C.window],
    cells: (row, lang) => [
      { text: row.name, href: `${WINDOWS_PATH}/${encodeURIComponent(row.id)}` },
      { text: row.crop ?? W.all[lang] },
      { text: spanText(row.fromOn, row.toOn, lang) },
    ],
  }),
]

/** A rule is of the place of whoever makes it. */
function placeOf({ person }: Portal) {
  const { provinceCode, communeCode } = person.place
  return { provinceCode, communeCode }
}
