import type { CaseSubjectRow } from '../../../../db/queries/cases.ts'

/** Where what a case is about is looked at; nowhere for what has no page. */
export function subjectHref(
  row: Pick<CaseSubjectRow, 'kind' | 'entityId' | 'shown'>,
): string | undefined {
  const { kind, entityId, shown } = row
  switch (kind) {
    case 'batch':
      return `/portal/scan?code=${encodeURIComponent(shown.split(' · ').at(-1) ?? '')}`
    case 'label':
      return `/portal/scan?code=${encodeURIComponent(entityId)}`
    case 'code':
      return `/portal/codes/${encodeURIComponent(shown)}`
    case 'site':
      return `/portal/sites/${encodeURIComponent(entityId)}`
    case 'run':
      return `/portal/labels/${encodeURIComponent(entityId)}`
    case 'organisation':
      return `/o/${encodeURIComponent(entityId)}`
    case 'report':
      return `/portal/reports/${encodeURIComponent(entityId)}`
  }
}
