import type { Database } from '../../../db/client.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { Reading } from '../context.ts'
import { mayDo, requireAny } from './authorise.ts'
import { notFound } from './refusals.ts'

/** A row that somebody may do something to, and whose it is, as the permission table asks for it. */
export type Opened<Row> = { readonly row: Row; readonly target: Target }

/** How things of a kind are opened: where they are read, whose they are, and what they are called. */
type Kind<Row> = {
  readonly read: (db: Database, id: string) => Promise<Row | null>
  readonly target: (row: Row) => Target
  readonly noun: LocalText
}

/** Opens a thing by its id, to do something to it; one that the actor may not do it to is not there. */
export function opener<Row>({ read, target: targetOfRow, noun }: Kind<Row>) {
  return async (ctx: Reading, id: string, to: Permission): Promise<Opened<Row>> => {
    requireAny(ctx, to)
    const row = await read(ctx.db, id)
    if (row === null) throw notFound(noun)
    const target = targetOfRow(row)
    if (!mayDo(ctx.actor, to, target)) throw notFound(noun)
    return { row, target }
  }
}
