import type { RouteHandler } from '@hono/zod-openapi'
import type { DiaryEntryDetail } from '../../../db/queries/diary-entries.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { isoInstant } from '../../lib/time/iso-instant.ts'
import { correctDiaryEntry } from '../../verbs/diary/correct-diary-entry.ts'
import { readDiary } from '../../verbs/diary/list-diary.ts'
import { loadEntry } from '../../verbs/diary/load-entry.ts'
import { PAGE_ROWS } from '../public/query-fields.ts'
import type * as contract from './diary-contract.ts'
import { verbContext } from './verb-context.ts'
import { writeOnce } from './write-once.ts'

type Handler<R extends keyof typeof contract> = RouteHandler<(typeof contract)[R], AppEnv>

const NOT_KEPT = { 'cache-control': 'no-store' }

/** Needs diary:write. */
export const listDiary: Handler<'listDiaryRoute'> = async (c) => {
  const { site, organisation, cursor, limit } = c.req.valid('query')
  const { rows, nextCursor } = await readDiary(verbContext(c), {
    siteId: site,
    organisationId: organisation,
    cursor,
    limit: limit ?? PAGE_ROWS.usual,
  })
  return c.json({ items: rows.map(toItem), nextCursor }, 200, NOT_KEPT)
}

/** Needs diary:write. */
export const seeDiaryEntry: Handler<'showDiaryEntryRoute'> = async (c) => {
  const entry = await loadEntry(verbContext(c), c.req.valid('param').id, 'diary.read')
  return c.json(toItem(entry), 200, NOT_KEPT)
}

/** Needs diary:write. */
export const correctDiary: Handler<'correctDiaryRoute'> = async (c) => {
  const fields = c.req.valid('json')
  const { id } = c.req.valid('param')
  return writeOnce<{ id: string }>(c, {
    act: (ctx) => correctDiaryEntry({ ctx, input: { ...fields, id } }),
    answer: (made) => ({ status: 201, body: made, location: `/api/v1/diary/${made.id}` }),
  })
}

function toItem(row: DiaryEntryDetail) {
  return {
    id: row.id,
    site: { id: row.siteId, name: row.siteName },
    organisation: { id: row.organisationId, name: row.organisation },
    batch: row.batchRef,
    kind: row.kind,
    occurredOn: row.occurredOn,
    recordedAt: isoInstant(row.recordedAt),
    summary: row.summary,
    details: row.details,
    amends: row.amendsId,
    amendedBy: row.amendedBy?.id ?? null,
    takesBack: row.retracts,
    reason: row.reason,
  }
}
