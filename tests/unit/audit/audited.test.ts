import { describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS, AUDIT_ENTITIES } from '../../../worker/copy/portal/audit-names.ts'
import { audited, type TellingAction } from '../../../worker/domain/audit/audited.ts'

describe('what a change is done to', () => {
  it('is told by the first word of its name', () => {
    expect(audited('batch.code_use.wait')).toBe('batch')
    expect(audited('account.rename')).toBe('user')
    expect(audited('document_key.create')).toBe('document_key')
  })

  it('is a thing the log knows, or must be named', () => {
    const named = Object.keys(AUDIT_ACTIONS).filter(
      (action) => !Object.hasOwn(AUDIT_ENTITIES, audited(action as TellingAction) ?? ''),
    )
    const words = new Set(named.map((action) => action.split('.')[0]))
    // Each of these is done to several kinds of thing, or to one that only its resource knows.
    expect([...words]).toEqual(expect.arrayContaining(['codes', 'evidence', 'labels', 'member']))
    expect(words.has('batch')).toBe(false)
  })
})
