import { type Permission, reachOf } from './permissions.ts'
import type { Role } from './roles.ts'

/** A section of the portal and the permission its first page needs. */
export type Section = { readonly path: string; readonly may: Permission; readonly key: string }

/** In the order of the navigation, by what people are about. */
const GROUPS = {
  work: [
    { key: 'home', path: '/portal', may: 'portal.use' },
    { key: 'notifications', path: '/portal/notifications', may: 'portal.use' },
  ],
  goods: [
    { key: 'products', path: '/portal/products', may: 'batches.read' },
    { key: 'batches', path: '/portal/batches', may: 'batches.read' },
    { key: 'labels', path: '/portal/labels', may: 'batches.read' },
    { key: 'certifications', path: '/portal/certifications', may: 'batches.read' },
    { key: 'recalls', path: '/portal/recalls', may: 'batches.read' },
  ],
  diary: [
    { key: 'diary', path: '/portal/diary', may: 'diary.read' },
    { key: 'seasons', path: '/portal/seasons', may: 'diary.read' },
    { key: 'protection', path: '/portal/protection', may: 'portal.use' },
  ],
  codes: [
    { key: 'myCodes', path: '/portal/my-codes', may: 'codes.own' },
    { key: 'purchases', path: '/portal/purchases', may: 'purchases.read' },
    { key: 'codes', path: '/portal/codes', may: 'codes.read' },
    { key: 'applications', path: '/portal/applications', may: 'applications.read' },
    { key: 'ministryLists', path: '/portal/ministry-lists', may: 'codes.grant' },
    { key: 'sites', path: '/portal/sites', may: 'sites.read' },
    { key: 'map', path: '/portal/map', may: 'sites.read' },
    { key: 'memberships', path: '/portal/memberships', may: 'memberships.write' },
    { key: 'marketRules', path: '/portal/market-rules', may: 'portal.use' },
    { key: 'calendar', path: '/portal/calendar', may: 'calendar.write' },
    { key: 'schemes', path: '/portal/schemes', may: 'schemes.write' },
  ],
  checks: [
    { key: 'scan', path: '/portal/scan', may: 'labels.inspect' },
    { key: 'labelChecks', path: '/portal/label-checks', may: 'labels.inspect' },
    { key: 'monitoring', path: '/portal/monitoring', may: 'monitoring.read' },
    { key: 'inspections', path: '/portal/inspections', may: 'inspections.read' },
    { key: 'findings', path: '/portal/findings', may: 'findings.read' },
    { key: 'residues', path: '/portal/residues', may: 'residues.read' },
    { key: 'retail', path: '/portal/retail', may: 'retail.read' },
    { key: 'inspectionForms', path: '/portal/inspection-forms', may: 'inspection_forms.write' },
  ],
  cases: [
    { key: 'cases', path: '/portal/cases', may: 'cases.read' },
    { key: 'foreignNotices', path: '/portal/foreign-notices', may: 'foreign.read' },
    { key: 'proposals', path: '/portal/proposals', may: 'codes.propose' },
    { key: 'reports', path: '/portal/reports', may: 'reports.read' },
    { key: 'codeUse', path: '/portal/code-use', may: 'batches.allow' },
    { key: 'copies', path: '/portal/copies', may: 'copies.inspect' },
    { key: 'patterns', path: '/portal/patterns', may: 'patterns.read' },
  ],
  office: [
    { key: 'imports', path: '/portal/imports', may: 'imports.write' },
    { key: 'exports', path: '/portal/exports', may: 'exports.read' },
    { key: 'story', path: '/portal/story', may: 'organisations.story' },
    { key: 'members', path: '/portal/members', may: 'members.write' },
    { key: 'organisations', path: '/portal/organisations', may: 'organisations.read' },
    { key: 'tokens', path: '/portal/tokens', may: 'tokens.own' },
    { key: 'audit', path: '/portal/audit', may: 'audit.read' },
  ],
} as const satisfies Record<string, readonly Section[]>

export type SectionGroup = keyof typeof GROUPS
type AnySection = (typeof GROUPS)[SectionGroup][number]

const SECTIONS: readonly AnySection[] = Object.values(GROUPS).flat()

export type SectionKey = AnySection['key']

/** What a role finds in its navigation: only what it may open. */
export function sectionsOf(role: Role): readonly AnySection[] {
  return groupsOf(role).flatMap(({ sections }) => sections)
}

/** The same by groups; those with nothing for the role are left out. */
export function groupsOf(
  role: Role,
): readonly { readonly group: SectionGroup; readonly sections: readonly AnySection[] }[] {
  return Object.entries(GROUPS).flatMap(([name, all]) => {
    const sections = all.filter(({ may }) => reachOf(role, may) !== null)
    // The names are those of the table itself.
    return sections.length === 0 ? [] : [{ group: name as SectionGroup, sections }]
  })
}

/** The section a page lies in; null for pages of no section, as one's account. */
export function sectionOf(path: string): SectionKey | null {
  if (path === '/portal' || path.startsWith('/portal/waiting/')) return 'home'
  const found = SECTIONS.find(
    (section) =>
      section.key !== 'home' && (path === section.path || path.startsWith(`${section.path}/`)),
  )
  return found?.key ?? null
}
