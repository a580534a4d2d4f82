import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import {
  moveStatements,
  type PlacedRow,
  type PlaceMove,
  type PlaceTable,
  readPlacedRows,
} from '../../../db/queries/place-moves.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import type { DayMoves } from '../../domain/places/moves-of-day.ts'
import { placeAfter } from '../../domain/places/place-after.ts'
import { change } from '../change.ts'
import { refreshEntriesFor } from '../codes/refresh-register-entries.ts'
import type { VerbContext } from '../context.ts'
import { tooBusy } from '../guard/refusals.ts'
import { moveAudit } from './move-audit.ts'

/** A row that stays in a divided commune until somebody says where it lies. */
export type WaitingRow = {
  readonly table: PlaceTable
  readonly id: string
  readonly name: string
  readonly commune: string
}

/** How many rows went along, and which wait. Counted up as the work goes on. */
export type Moved = Record<PlaceTable, number> & {
  readonly waiting: WaitingRow[]
  waitingTotal: number
}

export function noMoves(): Moved {
  const none = Object.fromEntries(TABLES.map((table) => [table, 0])) as Record<PlaceTable, number>
  return { ...none, waiting: [], waitingTotal: 0 }
}

const TABLES: readonly PlaceTable[] = [
  ...(['site', 'organisation', 'member', 'invitation'] as const),
  ...(['case_file', 'finding', 'suspension_proposal', 'retail_visit', 'application'] as const),
  ...(['residue_sample', 'inspection_plan', 'foreign_notice_item', 'pattern_finding'] as const),
  ...(['inspection', 'monitoring_rule', 'season_window'] as const),
]
/** Of these somebody is told that they wait; the rest is seen by the province meanwhile. */
const TOLD: ReadonlySet<PlaceTable> = new Set(['site', 'organisation', 'member'])
/** Rows of one atomic batch. */
const PAGE = 100
const ATTEMPTS = 5
const WAITING_LISTED = 500

type Job = {
  readonly moves: DayMoves
  /** The decrees, for the audit log. */
  readonly reason: string
  readonly dryRun: boolean
  readonly moved: Moved
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}

/**
 * Takes everything that rests on a day's old units to their successors, a hundred rows at a time:
 * each batch is whole, so a run that is cut off is taken up where it stopped. Entries of the register
 * are made anew with their places, documents of batches are marked.
 */
export async function movePlaces(ctx: VerbContext, job: Job): Promise<void> {
  for (const table of TABLES) {
    let afterId = ''
    for (;;) {
      const page = await movePage(ctx, { ...job, table, afterId })
      const last = page.at(-1)
      if (last === undefined || page.length < PAGE) break
      afterId = last.id
      // How many more there are is not known before they are seen.
      job.onProgress?.({ done: job.moved[table], total: job.moved[table] + PAGE })
    }
  }
  job.onProgress?.({ done: 1, total: 1 })
}

async function movePage(
  ctx: VerbContext,
  job: Job & { readonly table: PlaceTable; readonly afterId: string },
): Promise<readonly PlacedRow[]> {
  const { table, moves, reason, dryRun, afterId } = job
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const page = await readPlacedRows(ctx.db, { table, afterId, limit: PAGE, ...wantedBy(job) })
    const moving = page.flatMap((row) => moveOf(table, row, moves))
    try {
      if (!dryRun) await store(ctx, { table, page, moving, reason })
    } catch (error) {
      if (!isGuardRefusal(error)) throw error
      continue
    }
    job.moved[table] += moving.length
    noteWaiting(job, page)
    return page
  }
  throw tooBusy()
}

/** Entries of places that stay are made anew too, for what their commune was called is now more. */
function wantedBy({ table, moves }: Job & { readonly table: PlaceTable }) {
  const split = moves.splits.flatMap(({ level, code }) => (level === 'commune' ? [code] : []))
  const stays = table === 'site' ? moves.touched.communes : split
  return {
    communes: [...new Set([...moves.communes.keys(), ...stays])],
    provinces: [...moves.provinces.keys()],
    bareProvinces: table === 'site' ? moves.touched.provinces : [],
  }
}

function moveOf(table: PlaceTable, row: PlacedRow, moves: DayMoves): PlaceMove[] {
  const to = placeAfter(row, moves)
  if (to === null) return []
  const isNamed = table === 'site' || table === 'organisation'
  const isSame = to.communeCode === row.communeCode && to.provinceCode === row.provinceCode
  return isSame && !isNamed ? [] : [{ row, to }]
}

async function store(
  ctx: VerbContext,
  input: {
    readonly table: PlaceTable
    readonly page: readonly PlacedRow[]
    readonly moving: readonly PlaceMove[]
    readonly reason: string
  },
): Promise<void> {
  const { table, page, moving, reason } = input
  const ids = (rows: readonly PlacedRow[]) => rows.map(({ id }) => id)
  const movedIds = ids(moving.map(({ row }) => row))
  await change(ctx, {
    may: 'organisations.write',
    target: null,
    statements: [
      ...(moving.length === 0 ? [] : moveStatements(ctx.db, table, moving)),
      // Marked here and written anew after all pages: no `touches`, which would do so for each.
      ...(table === 'site' && moving.length > 0
        ? [markDocumentsStale(ctx.db, { siteIds: movedIds, batchIds: [] })]
        : []),
      ...(table === 'organisation' && moving.length > 0
        ? [markDocumentsStale(ctx.db, { siteIds: [], batchIds: [], organisationIds: movedIds })]
        : []),
      ...(table === 'site' ? refreshEntriesFor(ctx.db, { siteIds: ids(page) }) : []),
    ],
    audit: moving.map((move) => moveAudit({ table, move, reason })),
    // The page is read anew.
    otherwise: () => null,
  })
}

function noteWaiting(
  { moves, moved, table }: Job & { table: PlaceTable },
  page: readonly PlacedRow[],
) {
  const split = new Map(
    moves.splits.flatMap((unit) => (unit.level === 'commune' ? [[unit.code, unit.name]] : [])),
  )
  for (const { id, label, communeCode, isWithdrawn } of page) {
    const commune = split.get(communeCode ?? '')
    if (commune === undefined || isWithdrawn || !TOLD.has(table)) continue
    moved.waitingTotal += 1
    if (moved.waiting.length < WAITING_LISTED) {
      moved.waiting.push({ table, id, name: label, commune })
    }
  }
}
