import type { TroubleGroup, TroubleLine } from '../../../../site/models/imports.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import {
  CHOICE_COPY as C,
  ISSUE_KIND_NAMES,
  WARNING_KIND_NAMES,
} from '../../../copy/portal/import-kinds.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import type { RowIssue } from '../../../domain/lists/records/import-result.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { issueKey } from '../../../verbs/imports/kinds-of-trouble.ts'
import type { KeptWarning, StoredReport } from '../../../verbs/imports/stored-report.ts'
import { choiceForIssues, choiceForWarnings } from './choice-view.ts'

/** What a page needs beside the report to offer choices; null where nothing can be chosen any more. */
export type ChoosePath = {
  readonly action: string
  readonly provinces: readonly { readonly value: string; readonly text: string }[]
} | null

/** Rows that are refused, by the kind of reason and the column, most rows first. */
export function refusedGroups(
  report: StoredReport,
  given: { readonly lang: Language; readonly choose: ChoosePath },
): TroubleGroup[] {
  const { lang, choose } = given
  const byKind = groupBy(report.refused, (issue) => issueKey(withKind(issue)))
  const counts = new Map((report.refusedKinds ?? []).map((each) => [issueKey(each), each.count]))
  const groups = [...byKind].map(([key, issues]): TroubleGroup => {
    const [first] = issues
    const { kind, column } = withKind(first)
    const count = Math.max(counts.get(key) ?? 0, issues.length)
    return {
      title: `${ISSUE_KIND_NAMES[kind][lang]}: ${column}`,
      count: formatNumber(count, lang),
      lines: linesOf(issues, lang),
      cut: cutOf(issues.length, count, lang),
      choice: choose === null ? null : choiceForIssues(issues, { ...choose, lang, count }),
    }
  })
  // What somebody is asked comes first.
  return groups.sort((a, b) => Number(b.choice !== null) - Number(a.choice !== null))
}

/** What is to be looked at again, by its kind. */
export function warningGroups(
  report: StoredReport,
  given: { readonly lang: Language; readonly choose: ChoosePath },
): TroubleGroup[] {
  const { lang, choose } = given
  // A preview has old texts at its head, with what turns them into Unicode.
  const isElsewhere = (kind: string) => choose !== null && kind === 'old_text'
  const kept = report.warnings.map(
    (each): KeptWarning =>
      typeof each === 'string' ? { kind: 'other', row: null, text: each } : each,
  )
  const named = kept
    .filter(({ kind }) => !isElsewhere(kind))
    .map((each) => ({ ...each, kind: nameOf(each.kind) }))
  const counts = new Map<string, number>()
  for (const { kind, count } of report.warningKinds ?? []) {
    if (isElsewhere(kind)) continue
    counts.set(nameOf(kind), (counts.get(nameOf(kind)) ?? 0) + count)
  }
  return [...groupBy(named, ({ kind }) => kind)].map(([kind, warnings]) => {
    const count = Math.max(counts.get(kind) ?? 0, warnings.length)
    return {
      title: WARNING_KIND_NAMES[nameOf(kind)][lang],
      count: formatNumber(count, lang),
      lines: [...new Set(warnings.map(({ text }) => text))].map((reason) => ({
        reason,
        places: [],
      })),
      cut: cutOf(warnings.length, count, lang),
      choice: choose === null ? null : choiceForWarnings(kind, { ...choose, lang }),
    }
  })
}

/** "The first 50 of 812"; null where all are shown. */
export function cutOf(shown: number, total: number, lang: Language): string | null {
  if (shown >= total) return null
  const values = { shown: formatNumber(shown, lang), total: formatNumber(total, lang) }
  return fill(W.firstOf[lang], values)
}

/** Reports of earlier versions told no kinds. */
function withKind<I extends Pick<RowIssue, 'column'> & { readonly kind?: RowIssue['kind'] }>(
  issue: I,
) {
  return { kind: issue.kind ?? ('register' as const), column: issue.column }
}

/** Rows refused in the same words stand on one line, each with its code and cell. */
function linesOf(issues: readonly RowIssue[], lang: Language): TroubleLine[] {
  const same = groupBy(issues, ({ reason, value }) => `${reason}\n${value}`)
  return [...same.values()].map((rows) => ({
    reason: rows[0].reason,
    places: rows.map(({ subject, cell, row, sheet }) => ({
      subject: subject ?? '',
      at: fill((cell === null ? C.atRow : C.atCell)[lang], { cell: cell ?? '', row }),
      sheet,
    })),
  }))
}

function nameOf(kind: string): keyof typeof WARNING_KIND_NAMES {
  return Object.hasOwn(WARNING_KIND_NAMES, kind)
    ? (kind as keyof typeof WARNING_KIND_NAMES)
    : 'other'
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}
