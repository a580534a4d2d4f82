import { expect, it } from 'vitest'
import { encodeCursor } from '../../../worker/verbs/documents/list-cursor.ts'
import { listPage } from '../../../worker/verbs/documents/list-page.ts'

const ROWS = [
  { at: 3, id: 'c', name: 'Ba' },
  { at: 2, id: 'b', name: 'Hai' },
  { at: 2, id: 'a', name: 'Hai' },
  { at: 1, id: 'd', name: 'Một' },
]
const ORDER = { at: 'whole', id: 'text' } as const

function pageFrom(cursor: string | null, limit: number) {
  return listPage({ cursor, limit }, ORDER, async ({ after, limit: most }) => {
    const from = after === null ? 0 : ROWS.findIndex(({ id }) => id === after.id) + 1
    return ROWS.slice(from, from + most)
  })
}

it('gives every row once, page after page, and says where the list ends', async () => {
  const names: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof pageFrom>> = await pageFrom(cursor, 3)
    names.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(names).toEqual(['c', 'b', 'a', 'd'])
  expect((await pageFrom(null, 4)).nextCursor).toBeNull()
})

it('goes on from the keys of the last row, each as what it is', async () => {
  const { nextCursor } = await pageFrom(null, 2)
  const seen = await new Promise((resolve) => {
    void listPage({ cursor: nextCursor, limit: 2 }, ORDER, async ({ after }) => {
      resolve(after)
      return []
    })
  })
  expect(seen).toEqual({ at: 2, id: 'b' })
})

it('refuses a cursor of another list', async () => {
  for (const keys of [['2'], ['2', 'b', 'x'], ['Hai', 'b'], ['-1', 'b']]) {
    await expect(pageFrom(encodeCursor(keys), 2)).rejects.toThrow('invalid_input')
  }
})
