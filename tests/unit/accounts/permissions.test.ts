import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grantableRoles, hasPlace, mayGrant } from '../../../worker/domain/access/grants.ts'
import {
  isAllowed,
  PERMISSION_NAMES,
  PERMISSIONS,
  type Reach,
} from '../../../worker/domain/access/permissions.ts'
import { type Place, ROLES, type Role } from '../../../worker/domain/access/roles.ts'

const roles = fc.constantFrom(...ROLES)
const permissions = fc.constantFrom(...PERMISSION_NAMES)
const provinces = fc.constantFrom('91', '15')
const communes = fc.constantFrom('30544', '30307')
const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constant({ provinceCode: null, communeCode: null }),
  provinces.map((provinceCode) => ({ provinceCode, communeCode: null })),
  fc.tuple(provinces, communes).map(([provinceCode, communeCode]) => ({
    ...{ provinceCode, communeCode },
  })),
)
const organisations = fc.constantFrom('htx-1', 'htx-2')

/**
 * The table said again in plain words: no reach, no right; own, mine; place, within mine; and what
 * has no target, the installation as a whole, is for those who reach everything.
 */
function naively(
  holder: { role: Role; organisationId: string; place: Place },
  permission: (typeof PERMISSION_NAMES)[number],
  target: { organisationId: string | null; place: Place | null } | null,
): boolean {
  const row = PERMISSIONS[permission] as Partial<Record<Role, Reach>>
  if (!Object.keys(row).includes(holder.role)) return false
  if (row[holder.role] === 'all') return true
  if (target === null) return false
  if (row[holder.role] === 'own') return target.organisationId === holder.organisationId
  if (target.place === null) return false
  const mine = [holder.place.provinceCode, holder.place.communeCode]
  const there = [target.place.provinceCode, target.place.communeCode]
  return mine.every((code, i) => code === null || code === there[i])
}

describe('the permission table', () => {
  it('decides as it reads, for every role, permission and target', () => {
    const targets = fc.option(
      fc.record({ organisationId: fc.option(organisations), place: fc.option(places) }),
    )
    const holders = fc.record({ role: roles, organisationId: organisations, place: places })
    fc.assert(
      fc.property(holders, permissions, targets, (holder, permission, target) => {
        expect(isAllowed(holder, permission, target)).toBe(naively(holder, permission, target))
      }),
      { numRuns: 5_000 },
    )
  })

  it('lets nobody but an administrator at keys, tokens, schemes and organisations', () => {
    for (const name of ['keys.write', 'tokens.write', 'schemes.write', 'organisations.write']) {
      const row = PERMISSIONS[name as keyof typeof PERMISSIONS]
      expect([name, Object.keys(row)]).toEqual([name, ['admin']])
    }
  })

  it('lets agencies and inspectors write nothing of the register', () => {
    // What inspectors find is theirs to write down: cases, findings, minutes, visits to shops, samples.
    const writing = PERMISSION_NAMES.filter((name) => /\.(write|grant|decide|issue)$/.test(name))
    const found = [
      'cases.write',
      'findings.write',
      'inspections.write',
      'retail.write',
      'residues.write',
    ]
    for (const name of writing) {
      const row: Partial<Record<Role, Reach>> = PERMISSIONS[name]
      const inspects = found.includes(name) ? 'place' : undefined
      expect([name, row.agency, row.inspector]).toEqual([name, undefined, inspects])
    }
  })
})

describe('handing out roles', () => {
  it('never reaches further than one’s own', () => {
    const given = fc.record({ role: roles, place: places })
    fc.assert(
      fc.property(roles, places, given, (role, place, granted) => {
        if (!mayGrant({ role, place }, granted) || role === 'admin') return
        expect(granted.role).not.toBe('admin')
        // Whatever the new member may do to something, the giver's kind of role reaches over it too.
        if (!hasPlace(granted.role)) return
        expect(hasPlace(role)).toBe(true)
        const { provinceCode, communeCode } = place
        if (provinceCode !== null) expect(granted.place.provinceCode).toBe(provinceCode)
        if (communeCode !== null) expect(granted.place.communeCode).toBe(communeCode)
      }),
    )
  })

  it('is for those alone who may write members', () => {
    for (const role of ROLES) {
      const row: Partial<Record<Role, Reach>> = PERMISSIONS['members.write']
      expect([role, grantableRoles(role).length > 0]).toEqual([role, row[role] !== undefined])
    }
  })
})
