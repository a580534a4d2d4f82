import { expect, it } from 'vitest'
import { openSeen, requireSeen } from '../../../worker/verbs/records/filled.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'

const { db } = await freshDatabase()
const ctx = makeContext(db)
const open = async (_: unknown, id: string) => ({ row: { id, version: 3 } })

it('lets through what was filled in on the version that stands, and what shows none', () => {
  expect(() => requireSeen({ version: 3 }, { expected: '3' })).not.toThrow()
  expect(() => requireSeen({ version: 3 }, {})).not.toThrow()
})

it('refuses a form that shows an earlier version', async () => {
  const filled = (expected: string) => ({ ctx, input: { id: 'x', texts: { expected } } })
  expect(await openSeen(open, filled('3'), 'cases.write')).toEqual({ row: { id: 'x', version: 3 } })
  await expect(openSeen(open, filled('2'), 'cases.write')).rejects.toThrow('conflict')
})
