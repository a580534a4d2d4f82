import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import type { IssueKind } from '../../domain/lists/records/issue-kinds.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'

/** Reasons of one kind in one column, however many rows they refuse. */
export type IssueCount = {
  readonly kind: IssueKind
  readonly column: string
  readonly count: number
}

/** Warnings of one kind. */
export type WarningCount = { readonly kind: string; readonly count: number }

const OF_EACH_KIND = 100
const OF_ALL_KINDS = 600

/** How many reasons there are of each kind and column, those before counted in; the most first. */
export function countIssues(
  issues: readonly RowIssue[],
  before: readonly IssueCount[] = [],
): IssueCount[] {
  const counts = new Map(before.map((each) => [issueKey(each), each]))
  for (const { kind, column } of issues) {
    const key = issueKey({ kind, column })
    counts.set(key, { kind, column, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

/** Likewise of warnings, by their code. */
export function countWarnings(
  warnings: readonly SheetWarning[],
  before: readonly WarningCount[] = [],
): WarningCount[] {
  const counts = new Map(before.map((each) => [each.kind, each]))
  for (const { code: kind } of warnings) {
    counts.set(kind, { kind, count: (counts.get(kind)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

/** The first of each kind: what there is most of does not push out the rest. */
export function firstIssuesOfKinds(issues: readonly RowIssue[]): RowIssue[] {
  return firstOfEach(issues, issueKey)
}

export function firstWarningsOfKinds(warnings: readonly SheetWarning[]): SheetWarning[] {
  return firstOfEach(warnings, ({ code }) => code)
}

/** Tells reasons of one kind and column from others. */
export function issueKey({ kind, column }: Pick<RowIssue, 'kind' | 'column'>): string {
  return `${kind}\n${column}`
}

function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Map<string, number>()
  const first = all.filter((one) => {
    const key = keyOf(one)
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return count < OF_EACH_KIND
  })
  return first.slice(0, OF_ALL_KINDS)
}
