import type { SumLine } from '../../../../db/queries/foreign-notice-statistics.ts'
import type { FormView, TableCell } from '../../../../site/models/portal-common.ts'
import { formatNumber } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CAUSE_NAMES, SUM_NAMES } from '../../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import {
  NOTICE_CAUSES,
  NOTICE_SUMS,
  type NoticeSum,
} from '../../../domain/foreign-notices/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import {
  type NoticeStatistics,
  readNoticeStatistics,
} from '../../../verbs/foreign-notices/notice-statistics.ts'
import { refusedQuestion } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { NOTICES_PATH } from './item-filter.ts'

const PATH = `${NOTICES_PATH}/statistics`
const COLUMNS = [W.noticesColumn, W.codesColumn, W.suspendedColumn, W.restoredFact, W.closed]
const FIGURES = ['notices', 'codes', 'suspended', 'restored', 'closed'] as const

/** `GET /portal/foreign-notices/statistics?by=&from=&to=`. */
export async function showStatistics(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const by = NOTICE_SUMS.find((each) => each === c.req.query('by')) ?? 'market'
  const values = { by, from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' }
  let found: NoticeStatistics | null = null
  let form: FormView = { values, errors: {}, problem: null }
  try {
    found = await readNoticeStatistics(ctx, values)
    form = { ...form, values: { by, from: found.fromOn, to: found.toOn } }
  } catch (error) {
    form = refusedQuestion({ error, values: form.values, lang })
  }
  const lines = found?.lines.filter((line) => line.by === by) ?? []
  return showPortalPage(
    portal,
    {
      kind: 'portal/records',
      adding: null,
      title: W.statistics[lang],
      lead: W.statisticsLead[lang],
      empty: W.empty[lang],
      columns: [SUM_NAMES[by], ...COLUMNS].map((name) => name[lang]),
      rows: lines.map((line) => cellsOf(line, lang)),
      done: null,
      narrowing: { action: PATH, inputs: inputsIn(lang), form, active: true },
      links: [{ href: NOTICES_PATH, text: W.title[lang] }],
    },
    found === null ? 400 : 200,
  )
}

function inputsIn(lang: Language) {
  const choices = NOTICE_SUMS.map((value) => ({ value, text: SUM_NAMES[value][lang] }))
  return [
    { name: 'by', label: W.by[lang], type: 'select' as const, choices, required: true },
    { name: 'from', label: W.from[lang], type: 'date' as const },
    { name: 'to', label: W.to[lang], type: 'date' as const },
  ]
}

function cellsOf(line: SumLine, lang: Language): TableCell[] {
  return [
    { text: NAMES[line.by](line, lang) },
    ...FIGURES.map((name) => ({ text: formatNumber(line[name], lang) })),
  ]
}

const NAMES: Readonly<Record<NoticeSum, (line: SumLine, lang: Language) => string>> = {
  market: ({ value }, lang) => marketName(value ?? '', lang),
  cause: ({ value }, lang) => {
    const cause = NOTICE_CAUSES.find((each) => each === value)
    return (cause === undefined ? W.notKnown : CAUSE_NAMES[cause])[lang]
  },
  commune: ({ value, name }, lang) => name ?? value ?? W.notKnown[lang],
  // A month as people write it: 11/2026.
  month: ({ value }) => (value ?? '').split('-').toReversed().join('/'),
}
