import { fill } from '../../worker/copy/fill.ts'
import { formatNumber, formatOn } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import { APPLICATION_KIND_NAMES } from '../../worker/copy/portal/application-names.ts'
import { CASE_KIND_NAMES, CASE_STATE_NAMES } from '../../worker/copy/portal/case-names.ts'
import { certificationName } from '../../worker/copy/portal/certification-messages.ts'
import { FIGURES } from '../../worker/copy/portal/figures.ts'
import { HOME_COPY } from '../../worker/copy/portal/home.ts'
import { PATTERN_KIND_NAMES } from '../../worker/copy/portal/patterns.ts'
import { periodName } from '../../worker/copy/portal/period-name.ts'
import { TASK_COPY } from '../../worker/copy/portal/task.ts'
import { WAITING_COPY as W } from '../../worker/copy/portal/waiting.ts'
import type { Task, TaskRows } from '../../worker/domain/access/tasks.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { FigureItem, WaitingItem } from '../models/home.ts'
import type { TableCell } from '../models/portal-common.ts'

export type WaitingLine = { readonly count: string; readonly text: string; readonly href: string }

/** A task on the first screen: how many, what, and where they are listed. */
export function waitingLine(item: WaitingItem, lang: Language): WaitingLine {
  const { task, count, more, days } = item
  const n = formatNumber(count, lang)
  return {
    count: more ? fill(HOME_COPY.moreThan[lang], { n }) : n,
    text: withDays(TASK_COPY[task].line[lang], days),
    href: `/portal/waiting/${task}`,
  }
}

/** A figure at the head of the first screen: a number, of what, and where it is looked into. */
export function figureLine({ figure, count, of }: FigureItem, lang: Language): WaitingLine {
  const { text, href } = FIGURES[figure]
  return {
    count: formatNumber(count, lang),
    text: of === null ? text[lang] : fill(text[lang], { of: formatNumber(of, lang) }),
    href,
  }
}

/** A sentence of a task with the days it speaks of. */
export function withDays(text: string, days: number | null): string {
  return days === null ? text : fill(text, { days })
}

type Column<R> = { readonly name: string; readonly cell: (row: R) => TableCell }

/** The table of a task: only the columns its rows have. */
export function waitingTable<M extends Task>(
  task: M,
  rows: readonly TaskRows[M][],
  lang: Language,
): {
  readonly columns: readonly { readonly name: string }[]
  readonly rows: readonly TableCell[][]
} {
  const columns: readonly Column<TaskRows[M]>[] = COLUMNS[task](lang)
  return {
    columns: columns.map(({ name }) => ({ name })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

type Columns<M extends Task> = (lang: Language) => readonly Column<TaskRows[M]>[]

const COLUMNS: { readonly [M in Task]: Columns<M> } = {
  visits_overdue: (lang) => visitColumns('visits_overdue', lang),
  visits_due: (lang) => visitColumns('visits_due', lang),
  visits_mine: (lang) => visitColumns('visits_mine', lang),
  cases_mine: (lang) => caseColumns('cases_mine', lang),
  minutes_drafts: (lang) => [
    {
      name: W.site[lang],
      cell: ({ draftId, siteName }) => ({
        text: siteName,
        href: `/portal/inspections/drafts/${encodeURIComponent(draftId)}/ask`,
      }),
    },
    communeColumn(lang),
    dayColumn('minutes_drafts', lang),
  ],
  cases_new: (lang) => caseColumns('cases_new', lang),
  findings_due: (lang) => findingColumns('findings_due', lang),
  findings_answered: (lang) => findingColumns('findings_answered', lang),
  findings_told: (lang) => findingColumns('findings_told', lang),
  notices_told: (lang) => [
    {
      name: W.notice[lang],
      cell: ({ noticeId, number }) => ({
        ...{ text: number, code: true },
        href: `/portal/foreign-notices/${encodeURIComponent(noticeId)}`,
      }),
    },
    { name: W.market[lang], cell: ({ market }) => ({ text: marketName(market, lang) }) },
    { name: W.noticeSubject[lang], cell: ({ subject }) => ({ text: subject }) },
    dayColumn('notices_told', lang),
  ],
  own_samples_due: (lang) => [
    {
      name: W.crop[lang],
      cell: ({ planId, cropName, code }) => ({
        text: cropName,
        href: `/portal/residues/own/${encodeURIComponent(planId)}`,
        small: code,
      }),
    },
    { name: W.samplesLeft[lang], cell: ({ left }) => ({ text: formatNumber(left, lang) }) },
    dayColumn('own_samples_due', lang),
  ],
  applications_returned: (lang) => [
    {
      name: W.application[lang],
      cell: ({ applicationId, number, kind }) => ({
        text: APPLICATION_KIND_NAMES[kind][lang],
        href: `/portal/applications/${encodeURIComponent(applicationId)}`,
        small: number,
      }),
    },
    siteColumn(lang),
    { name: W.reason[lang], cell: ({ reason }) => ({ text: reason ?? '' }) },
    dayColumn('applications_returned', lang),
  ],
  purchases_due: (lang) => [
    {
      name: W.period[lang],
      cell: (days) => ({
        text: periodName(days)[lang],
        href: `/portal/purchases/new?period=${days.fromOn}..${days.toOn}`,
      }),
    },
    { name: W.code[lang], cell: ({ codes }) => ({ text: String(codes) }) },
    dayColumn('purchases_due', lang),
  ],
  proposals: (lang) => [
    {
      name: W.code[lang],
      cell: ({ code, proposalId }) => ({
        text: code,
        href: `/portal/proposals/${encodeURIComponent(proposalId)}/confirm`,
        code: true,
      }),
    },
    { name: W.market[lang], cell: ({ market }) => ({ text: marketName(market, lang) }) },
    dayColumn('proposals', lang),
    siteColumn(lang),
    communeColumn(lang),
  ],
  code_uses: (lang) => [
    {
      name: W.lot[lang],
      cell: ({ ref, lot, code }) => ({
        text: lot,
        href: `/portal/code-use/${ref}/${encodeURIComponent(code)}`,
        small: ref,
      }),
    },
    { name: W.code[lang], cell: ({ code }) => ({ text: code, code: true }) },
    { name: W.organisation[lang], cell: ({ organisationName }) => ({ text: organisationName }) },
    dayColumn('code_uses', lang),
  ],
  patterns: (lang) => [
    {
      name: W.pattern[lang],
      cell: ({ patternId, kind }) => ({
        text: PATTERN_KIND_NAMES[kind][lang],
        href: `/portal/patterns/${encodeURIComponent(patternId)}`,
      }),
    },
    { name: W.about[lang], cell: ({ shown }) => ({ text: shown }) },
    dayColumn('patterns', lang),
  ],
  awaiting_approval: (lang) => marketColumns('awaiting_approval', lang),
  expiring: (lang) => marketColumns('expiring', lang),
  suspended_long: (lang) => marketColumns('suspended_long', lang),
  inactive_codes: (lang) => [codeColumn(lang), siteColumn(lang), communeColumn(lang)],
  no_boundary: siteColumns,
  no_households: siteColumns,
  contract_ended: (lang) => [
    {
      name: W.house[lang],
      cell: ({ houseId, houseName }) => ({ text: houseName, href: `/portal/sites/${houseId}` }),
    },
    { name: W.area[lang], cell: ({ areaName }) => ({ text: areaName }) },
    dayColumn('contract_ended', lang),
  ],
  open_batches: (lang) => [
    { name: W.lot[lang], cell: ({ lot }) => ({ text: lot, code: true }) },
    { name: W.product[lang], cell: ({ productName }) => ({ text: productName }) },
    dayColumn('open_batches', lang),
    { name: W.ref[lang], cell: ({ ref }) => ({ text: ref, code: true }) },
  ],
  certifications_declared: (lang) => [
    certificationColumn(lang),
    { name: W.organisation[lang], cell: ({ organisationName }) => ({ text: organisationName }) },
    dayColumn('certifications_declared', lang),
  ],
  certifications_refused: (lang) => [
    certificationColumn(lang),
    { name: W.reason[lang], cell: ({ reason }) => ({ text: reason ?? '' }) },
    dayColumn('certifications_refused', lang),
  ],
  imports: (lang) => [
    {
      name: W.file[lang],
      cell: ({ importId, fileName }) => ({ text: fileName, href: `/portal/imports/${importId}` }),
    },
    dayColumn('imports', lang),
    {
      name: W.refused[lang],
      cell: ({ refused, state }) => ({
        text: formatNumber(refused ?? 0, lang),
        ...(state === 'running' ? { small: W.running[lang] } : {}),
        ...(state === 'failed' ? { small: W.failed[lang] } : {}),
      }),
    },
  ],
  invitations: (lang) => [
    {
      name: W.email[lang],
      cell: ({ email, organisationId }) => ({
        text: email,
        href: `/portal/members?organisation=${organisationId}`,
      }),
    },
    { name: W.organisation[lang], cell: ({ organisationName }) => ({ text: organisationName }) },
    dayColumn('invitations', lang),
  ],
  letters: (lang) => [
    { name: W.email[lang], cell: ({ email }) => ({ text: email }) },
    { name: W.subject[lang], cell: ({ subject }) => ({ text: subject }) },
    dayColumn('letters', lang),
    { name: W.attempts[lang], cell: ({ attempts }) => ({ text: formatNumber(attempts, lang) }) },
  ],
  keys: (lang) => [
    { name: W.key[lang], cell: ({ kid }) => ({ text: kid, code: true }) },
    { name: W.authority[lang], cell: ({ authority }) => ({ text: authority }) },
    dayColumn('keys', lang),
  ],
}

function visitColumns(task: Task, lang: Language): readonly Column<TaskRows['visits_due']>[] {
  return [
    {
      name: W.site[lang],
      cell: ({ visitId, siteName }) => ({
        text: siteName,
        href: `/portal/monitoring/visits/${encodeURIComponent(visitId)}`,
      }),
    },
    communeColumn(lang),
    dayColumn(task, lang),
    {
      name: W.inspector[lang],
      cell: ({ inspectorName }) => ({ text: inspectorName ?? W.nobody[lang] }),
    },
  ]
}

function caseColumns(task: Task, lang: Language): readonly Column<TaskRows['cases_mine']>[] {
  return [
    {
      name: W.case[lang],
      cell: ({ caseId, number }) => ({
        text: number,
        href: `/portal/cases/${encodeURIComponent(caseId)}`,
        code: true,
      }),
    },
    {
      name: W.caseTitle[lang],
      cell: ({ title, kind }) => ({ text: title, small: CASE_KIND_NAMES[kind][lang] }),
    },
    { name: W.caseState[lang], cell: ({ state }) => ({ text: CASE_STATE_NAMES[state][lang] }) },
    dayColumn(task, lang),
  ]
}

function findingColumns(task: Task, lang: Language): readonly Column<TaskRows['findings_due']>[] {
  return [
    {
      name: W.finding[lang],
      cell: ({ findingId, shown }) => ({
        text: shown,
        href: `/portal/findings/${encodeURIComponent(findingId)}`,
      }),
    },
    { name: W.found[lang], cell: ({ text }) => ({ text }) },
    dayColumn(task, lang),
  ]
}

function certificationColumn(lang: Language): Column<TaskRows['certifications_declared']> {
  return {
    name: W.certification[lang],
    cell: (row) => ({
      text: certificationName(row)[lang],
      href: `/portal/certifications/${encodeURIComponent(row.certificationId)}`,
    }),
  }
}

type InMarket = TaskRows['expiring']
type OfSite = TaskRows['no_boundary']

function marketColumns(task: Task, lang: Language): readonly Column<InMarket>[] {
  const market = {
    name: W.market[lang],
    cell: (row: InMarket) => ({ text: marketName(row.market, lang) }),
  }
  const [day, commune] = [dayColumn(task, lang), communeColumn(lang)]
  return [codeColumn(lang), market, day, siteColumn(lang), commune]
}

function siteColumns(lang: Language): readonly Column<OfSite>[] {
  const site = {
    name: W.site[lang],
    cell: ({ siteId, siteName }: OfSite) => ({ text: siteName, href: `/portal/sites/${siteId}` }),
  }
  return [site, communeColumn(lang)]
}

function codeColumn(lang: Language): Column<Pick<InMarket, 'code'>> {
  return {
    name: W.code[lang],
    cell: ({ code }) => ({
      text: code,
      href: `/portal/codes/${encodeURIComponent(code)}`,
      code: true,
    }),
  }
}

function siteColumn(lang: Language): Column<Pick<InMarket, 'siteName'>> {
  return { name: W.site[lang], cell: ({ siteName }) => ({ text: siteName }) }
}

function communeColumn(lang: Language): Column<Pick<InMarket, 'communeName'>> {
  return { name: W.place[lang], cell: ({ communeName }) => ({ text: communeName ?? W.none[lang] }) }
}

function dayColumn(task: Task, lang: Language): Column<Pick<InMarket, 'day'>> {
  return {
    name: TASK_COPY[task].day?.[lang] ?? '',
    cell: ({ day }) => ({ text: day === null ? W.none[lang] : formatOn(day, lang) }),
  }
}
