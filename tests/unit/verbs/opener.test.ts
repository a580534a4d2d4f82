import { describe, expect, it } from 'vitest'
import { THINGS } from '../../../worker/copy/refusals/things.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { opener } from '../../../worker/verbs/guard/opener.ts'
import { freshDatabase } from '../../support/database.ts'

const { db } = await freshDatabase()

const ROWS = [
  { id: 'here', organisationId: null, place: { provinceCode: '91', communeCode: null } },
  { id: 'there', organisationId: null, place: { provinceCode: '15', communeCode: null } },
]
let reads = 0
const open = opener({
  read: async (_, id) => {
    reads += 1
    return ROWS.find((row) => row.id === id) ?? null
  },
  target: ({ organisationId, place }) => ({ organisationId, place }),
  noun: THINGS.site,
})

function actor(role: Person['role']): Person {
  const place = { provinceCode: '91', communeCode: null }
  return {
    ...{ kind: 'user', userId: 'u', name: 'Lê An', email: 'an@example.vn', role, place },
    ...{ organisationId: 'o', organisationName: 'Chi cục' },
  }
}

describe('what is opened by its id', () => {
  it('is given with whose it is, to whoever may do it', async () => {
    const opened = await open({ db, actor: actor('officer') }, 'here', 'cases.write')
    const [row] = ROWS
    expect(opened).toEqual({ row, target: { organisationId: null, place: row?.place } })
  })

  it('is not there for whoever may not do it to that one, as if there were none', async () => {
    const ctx = { db, actor: actor('officer') }
    const [elsewhere, none] = await Promise.all(
      ['there', 'nowhere'].map((id) => open(ctx, id, 'cases.write').catch((error) => error)),
    )
    expect(elsewhere).toMatchObject({ code: 'not_found' })
    expect(none).toEqual(elsewhere)
  })

  it('is not even read for whoever may do it to nothing', async () => {
    reads = 0
    const refused = open({ db, actor: actor('producer') }, 'here', 'cases.write')
    await expect(refused).rejects.toThrow('forbidden')
    expect(reads).toBe(0)
  })
})
