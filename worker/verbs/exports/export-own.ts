import { strToU8 } from 'fflate'
import { type OwnKey, readOwnRows } from '../../../db/queries/own-data.ts'
import { OWN_TABLES, type OwnTableName } from '../../../db/queries/own-tables.ts'
import { OWN_DATA_COLUMNS, OWN_DATA_README, OWN_DATA_TABLES } from '../../copy/own-data.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { CSV_MARK, openCsvLine } from '../../lib/sheet/write/write-csv.ts'
import { zipStream } from '../../lib/sheet/write/zip-stream.ts'
import { LANGUAGES, type LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { ownTarget, requirePermission } from '../guard/authorise.ts'
import type { ExportedFile } from './list-file.ts'

/** What is in it, each for those who may write it as their own. */
const NEEDED: readonly Permission[] = [
  ...(['batches.write', 'diary.write', 'sites.write', 'households.phones'] as const),
]

const ROWS_PER_PAGE = 500
const TABLE_NAMES = Object.keys(OWN_TABLES) as readonly OwnTableName[]

/**
 * All that the actor's organisation keeps here, as one archive of CSV files with a README of their
 * columns. It goes out as it is read, a page in memory at a time.
 */
export function exportOwn(ctx: VerbContext): ExportedFile {
  const target = ownTarget(ctx)
  for (const may of NEEDED) requirePermission(ctx, may, target)
  if (target?.organisationId == null) throw new Error('nobody has an organisation of their own')
  return {
    fileName: `du-lieu-cua-toi-${vietnamDateOf(ctx.now())}.zip`,
    mediaType: 'application/zip',
    chunks: archive(ctx, target.organisationId),
  }
}

async function* archive(ctx: VerbContext, organisationId: string): AsyncGenerator<Uint8Array> {
  const { begin, take, end } = zipStream(ctx.now())
  begin('README.txt').push(strToU8(readme()), true)
  for (const name of TABLE_NAMES) {
    const file = begin(`${name}.csv`)
    const columns = Object.keys(OWN_TABLES[name].fields)
    file.push(strToU8(CSV_MARK + openCsvLine(columns)))
    for await (const rows of pagesOf(ctx, { name, organisationId })) {
      const lines = rows.map((row) => openCsvLine(columns.map((each) => cellOf(each, row[each]))))
      file.push(strToU8(lines.join('')))
      yield* take()
    }
    file.push(new Uint8Array(), true)
    yield* take()
  }
  yield* end()
}

async function* pagesOf(
  ctx: VerbContext,
  asked: { readonly name: OwnTableName; readonly organisationId: string },
): AsyncGenerator<readonly Record<string, unknown>[]> {
  let after: OwnKey | null = null
  for (;;) {
    await ctx.giveWay()
    const page: Awaited<ReturnType<typeof readOwnRows>> = await readOwnRows(ctx.db, {
      ...{ ...asked, after },
      limit: ROWS_PER_PAGE,
    })
    if (page.rows.length > 0) yield page.rows
    if (page.rows.length < ROWS_PER_PAGE || page.last === null) return
    after = page.last
  }
}

/** Instants as ISO 8601, lists and particulars as JSON. */
function cellOf(column: string, value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') {
    return column.endsWith('At') ? new Date(value).toISOString() : value
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function readme(): string {
  const tables = TABLE_NAMES.flatMap((name) => [
    '',
    `${name}.csv: ${inAll(OWN_DATA_TABLES[name])}`,
    ...Object.keys(OWN_TABLES[name].fields).map((column) => {
      const said = OWN_DATA_COLUMNS[column]
      if (said === undefined) throw new Error(`a column without words: ${column}`)
      return `  ${column}: ${inAll(said)}`
    }),
  ])
  const lead = LANGUAGES.map((lang) => OWN_DATA_README[lang])
  return `${[...lead, ...tables].join('\r\n')}\r\n`
}

function inAll(text: LocalText): string {
  return LANGUAGES.map((lang) => text[lang]).join(' / ')
}
