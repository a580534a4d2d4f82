import { describe, expect, it } from 'vitest'
import { fieldErrors } from '../../../site/view/field-errors.ts'
import { waitingLine, waitingTable } from '../../../site/view/home-view.ts'
import { problemAdvice } from '../../../site/view/problem-advice.ts'
import { PORTAL_COPY } from '../../../worker/copy/portal/common.ts'
import { PERMISSIONS } from '../../../worker/domain/access/permissions.ts'
import { groupsOf, sectionOf, sectionsOf } from '../../../worker/domain/access/portal-nav.ts'
import { ROLES } from '../../../worker/domain/access/roles.ts'
import { TASKS, type TaskRows } from '../../../worker/domain/access/tasks.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'
import {
  organisationFacts,
  taxNumberWarning,
} from '../../../worker/routes/portal/home/organisations/organisation-facts.ts'
import { PROBLEM_STATUS } from '../../../worker/verbs/errors.ts'
import { daysOf } from '../../../worker/verbs/home/task-question.ts'

describe('the navigation', () => {
  it('offers a role only what the permission table lets it open', () => {
    for (const role of ROLES) {
      for (const { may } of sectionsOf(role)) expect(PERMISSIONS[may]).toHaveProperty(role)
    }
    const producer = groupsOf('producer').map(({ group, sections }) => [
      group,
      sections.map(({ key }) => key),
    ])
    expect(producer).toEqual([
      ['work', ['home', 'notifications']],
      ['goods', ['products', 'batches', 'labels', 'certifications', 'recalls']],
      ['diary', ['diary', 'seasons', 'protection']],
      [
        'codes',
        [
          ...['myCodes', 'purchases', 'codes', 'applications', 'sites', 'map'],
          ...['memberships', 'marketRules'],
        ],
      ],
      ['checks', ['inspections', 'findings', 'residues']],
      ['cases', ['foreignNotices', 'reports']],
      ['office', ['imports', 'story', 'members', 'tokens']],
    ])
  })

  it('knows the section of a page by whole path segments', () => {
    expect(sectionOf('/portal')).toBe('home')
    expect(sectionOf('/portal/waiting/expiring')).toBe('home')
    expect(sectionOf('/portal/codes')).toBe('codes')
    expect(sectionOf('/portal/codes/VN-1/status')).toBe('codes')
    expect(sectionOf('/portal/codes-of-old')).toBeNull()
    expect(sectionOf('/portal/account')).toBeNull()
  })
})

describe('a task on the first screen', () => {
  it('says how many in the figures of the language, and that there are more than were counted', () => {
    const item = { task: 'expiring', count: 200, more: true, days: 60 } as const
    expect(waitingLine(item, 'vi')).toEqual({
      count: 'hơn 200',
      text: 'mã số hết hạn trong 60 ngày tới hoặc đã quá hạn',
      href: '/portal/waiting/expiring',
    })
  })

  it('leaves no blank to fill in any language, and a table names every column', () => {
    const day = '2026-06-15'
    const place = { siteName: 'Tên', communeName: 'Xã Thử' }
    const code = { ...place, code: 'VN-1', market: 'CHN', day }
    const vietgap = { certificationId: 'c', kind: 'vietgap', number: 'VG-1' } as const
    const declared = { ...vietgap, organisationName: 'HTX', day }
    const opened = { caseId: 'c', number: '91-2026-0001', title: 'Tem giả', day } as const
    const file = { ...opened, kind: 'fraud', state: 'open' } as const
    const visit = { ...place, visitId: 'v', inspectorName: null, day }
    const found = { findingId: 'f', shown: 'Vùng', text: 'Thiếu biển', day }
    const ROWS: TaskRows = {
      ...{ visits_overdue: visit, visits_due: visit, visits_mine: visit },
      minutes_drafts: { draftId: 'd', siteName: 'Vùng', communeName: null, day },
      ...{ cases_mine: file, cases_new: file },
      ...{ findings_due: found, findings_answered: found, findings_told: found },
      notices_told: { noticeId: 'n', number: '1', subject: 'Rệp', market: 'CHN', day },
      own_samples_due: { planId: 'p', cropName: 'Xoài', code: 'VN-1', left: 2, day },
      applications_returned: {
        ...{ applicationId: 'a', number: '91-2026-0001', kind: 'new' },
        ...{ siteName: 'Vùng', reason: 'Thiếu sơ đồ', day },
      },
      proposals: { ...code, proposalId: 'p' },
      purchases_due: { fromOn: '2026-05-01', toOn: '2026-05-31', codes: 2, day },
      code_uses: { ref: 'R', lot: 'L1', code: 'VN-1', organisationName: 'HTX', day },
      patterns: { patternId: 'p', kind: 'near_ceiling', shown: 'VN-1', day },
      ...{ awaiting_approval: code, expiring: code, suspended_long: code, inactive_codes: code },
      no_boundary: { ...place, siteId: 's' },
      no_households: { ...place, siteId: 's' },
      contract_ended: { houseId: 'h', houseName: 'Cơ sở', areaName: 'Vùng', day },
      open_batches: { lot: 'L1', productName: 'Xoài', day, ref: 'R' },
      certifications_declared: declared,
      certifications_refused: { ...declared, reason: 'Mờ' },
      imports: { importId: 'i', fileName: 'a.xlsx', day, state: 'running', refused: 3 },
      invitations: { email: 'a@b.vn', organisationId: 'o', organisationName: 'Sở', day },
      letters: { email: 'a@b.vn', subject: 'Thư', day, attempts: 3 },
      keys: { kid: 'K', authority: 'so', day },
    }
    for (const task of TASKS) {
      for (const lang of LANGUAGES) {
        const { text } = waitingLine({ task, count: 1, more: false, days: daysOf(task) }, lang)
        expect(text).not.toMatch(/[{}]/)
        const { columns, rows } = waitingTable(task, [ROWS[task]], lang)
        expect(columns.every(({ name }) => name !== '')).toBe(true)
        expect(rows[0]).toHaveLength(columns.length)
      }
    }
  })

  it('escapes a code in the address of its page', () => {
    const row = { siteName: '', communeName: null, code: 'A/B?C' }
    const { rows } = waitingTable('inactive_codes', [row], 'vi')
    expect(rows[0]?.[0]?.href).toBe('/portal/codes/A%2FB%3FC')
  })
})

describe('the head of a refused form', () => {
  it('leads to each field by its label, and tells apart what belongs to none', () => {
    const errors = { name: 'Không được để trống.', '': 'Đã có người sửa.', gln: 'Sai.' }
    expect(fieldErrors({ errors, problem: 'Chưa ghi được.' }, { name: 'Tên' })).toEqual({
      whole: 'Đã có người sửa.',
      fields: [
        { href: '#f-name', text: 'Tên: Không được để trống.' },
        { href: '#f-gln', text: 'Sai.' },
      ],
    })
  })

  it('does not say the same sentence twice', () => {
    const form = { errors: { '': 'Trùng.' }, problem: 'Trùng.' }
    expect(fieldErrors(form, {})).toEqual({ whole: null, fields: [] })
  })
})

describe('a problem in the portal', () => {
  it('has words of its own for every code a verb may answer with', () => {
    for (const code of Object.keys(PROBLEM_STATUS)) {
      expect(problemAdvice(code).title).not.toEqual(PORTAL_COPY.problemTitle)
    }
    expect(problemAdvice('constructor').title).toEqual(PORTAL_COPY.problemTitle)
  })
})

describe('the facts of an organisation', () => {
  it('warns of a tax number of another length, but not of a person’s identity number', () => {
    expect(taxNumberWarning('1600123456', 'company', 'vi')).toBeNull()
    expect(taxNumberWarning('1600123456-001', 'company', 'vi')).toBeNull()
    expect(taxNumberWarning('089012345678', 'household', 'vi')).toBeNull()
    expect(taxNumberWarning('089012345678', 'company', 'vi')).toContain('089012345678')
    expect(taxNumberWarning('16001', 'household', 'vi')).toContain('16001')
    expect(taxNumberWarning(null, 'company', 'vi')).toBeNull()
  })

  it('speaks of consent only where the name may be a person’s', () => {
    const row = {
      ...{
        id: 'x',
        name: 'X',
        nameFolded: 'x',
        nameKey: 'x',
        nameConsentOn: null,
        taxNo: null,
        gln: null,
      },
      ...{ communeName: null, provinceName: null, hotline: null, email: null, suspendedOn: null },
      ...{ communeCode: null, provinceCode: null, slug: null, logo: null, metadata: null },
      ...{ address: null, demo: false, createdAt: 0 },
      ...{ hotlineHours: null, story: null, people: null, peopleConsentOn: null },
    }
    const labels = (kind: 'household' | 'cooperative') =>
      organisationFacts({ ...row, kind }, 'vi').map(({ label }) => label)
    expect(labels('household')).toContain('Ngày đồng ý công khai tên')
    expect(labels('cooperative')).not.toContain('Ngày đồng ý công khai tên')
  })
})
