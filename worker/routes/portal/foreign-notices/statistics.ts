import type { SumLine } from '../../../../db/queries/foreign-notice-statistics.ts'
import type { FormView } from '../../../../site/models/portal-common.ts'
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
import { showListPage } from '../show-list-page.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'
import { NOTICES_PATH } from './item-filter.ts'

const PATH = `${NOTICES_PATH}/statistics`
const FIGURES = [
  [W.noticesColumn, 'notices'],
  [W.codesColumn, 'codes'],
  [W.suspendedColumn, 'suspended'],
  [W.restoredFact, 'restored'],
  [W.closed, 'closed'],
] as const

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
  return showListPage(
    portal,
    { rows: lines },
    {
      words: { title: W.statistics, lead: W.statisticsLead, empty: W.empty },
      columns: [
        column(SUM_NAMES[by], (line) => NAMES[line.by](line, lang)),
        ...FIGURES.map(
          ([head, name]): ColumnOf<SumLine> =>
            column(head, (line) => formatNumber(line[name], lang)),
        ),
      ],
      narrowing: { action: PATH, inputs: inputsIn(lang), form, active: true },
      links: [{ href: NOTICES_PATH, text: W.title }],
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
