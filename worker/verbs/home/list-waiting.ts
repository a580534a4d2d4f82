import { listMatter } from '../../../db/queries/home-counts.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Matter, MatterRow } from '../../domain/access/matters.ts'
import type { VerbContext } from '../context.ts'
import { decodeCursor, encodeCursor } from '../documents/list-cursor.ts'
import { notFound } from '../guard/refusals.ts'
import { personOf } from '../notifications/person-of.ts'
import { matterQuestion } from './matter-question.ts'
import { mattersOf } from './matters-of.ts'

export type WaitingList = {
  readonly matter: Matter
  readonly rows: readonly MatterRow[]
  /** Where the list goes on; null at its end. */
  readonly nextCursor: string | null
}

const PAGE_SIZE = 50

/**
 * The rows behind a number of the first screen. `not_found` for a matter that is none of the
 * person's role; `invalid_input` for a cursor that this list did not give.
 */
export async function listWaiting(
  ctx: Pick<VerbContext, 'db' | 'actor' | 'now'>,
  input: { matter: string; cursor: string | null },
): Promise<WaitingList> {
  const person = personOf(ctx)
  const matter = mattersOf(person.role).find((name) => name === input.matter)
  if (matter === undefined) throw notFound(THINGS.list)
  const rows = await listMatter(ctx.db, {
    ...{ matter, question: matterQuestion(ctx, person), limit: PAGE_SIZE + 1 },
    after: readCursor(input.cursor),
  })
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return {
    ...{ matter, rows: page.map(({ row }) => row) },
    nextCursor: last === undefined ? null : encodeCursor([last.sort, last.id]),
  }
}

function readCursor(cursor: string | null): { sort: string; id: string } | null {
  if (cursor === null) return null
  const [sort = '', id = ''] = decodeCursor(cursor, 2)
  return { sort, id }
}
