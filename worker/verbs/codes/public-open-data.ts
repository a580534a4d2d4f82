import type { Database } from '../../../db/client.ts'
import type { RegisterEntry } from '../../../db/queries/register-entries.ts'
import { readRegisterStamp, searchRegister } from '../../../db/queries/register-search.ts'
import { DATA_SOURCES, DICTIONARIES } from '../../domain/codes/open-data-dictionary.ts'
import {
  CODE_FIELDS,
  OPEN_DATA_LICENCE,
  SUSPENSION_COLUMNS,
} from '../../domain/codes/open-data-fields.ts'
import type { PublicMarket } from '../../domain/codes/public-code.ts'
import { openCsvLine } from '../../lib/sheet/write/write-csv.ts'
import { listSuspensions, type SuspensionQuery } from './public-list-suspensions.ts'
import { marketsOn, registerItem } from './register-item.ts'

/** Rows read at a time, so that a download of any length needs the memory of one page. */
const PAGE = 1_000
const BOM = '\ufeff'
/** Of every file of open data, as RFC 4180 wants it of CSV. */
const LINE_END = '\r\n'

type Asked = {
  readonly db: Database
  /** Asia/Ho_Chi_Minh. */
  readonly today: string
}

/**
 * The state of the register, and of what its files are made of, as one short text and an instant:
 * while both stand, downloads are alike.
 */
export async function openDataStamp({ db, today }: Asked): Promise<{ tag: string; at: number }> {
  const { changes, changedAt } = await readRegisterStamp(db)
  // Statuses change with the day, with no change to the register.
  const dayBegan = Date.parse(`${today}T00:00:00+07:00`)
  const tag = `${today}-${changes}-${changedAt}-${await shape()}`
  return { tag, at: Math.max(changedAt, dayBegan) }
}

/** Another after the columns or their meanings have changed with the software. */
async function shape(): Promise<string> {
  const bytes = new TextEncoder().encode(dictionaryCsv())
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest.slice(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The whole register as CSV, one line a code and market; UTF-8 with a byte order mark. */
export async function* codesCsv(asked: Asked): AsyncGenerator<string> {
  yield BOM + openCsvLine(CODE_FIELDS.map(({ name }) => name))
  for await (const page of entries(asked.db)) {
    yield page.map((entry) => codeLines(entry, asked.today)).join('')
  }
}

/** The whole register as one JSON document. */
export async function* codesJson(asked: Asked): AsyncGenerator<string> {
  const head = { licence: OPEN_DATA_LICENCE, statusOn: asked.today }
  yield `${JSON.stringify(head).slice(0, -1)},"items":[${LINE_END}`
  let separator = ''
  for await (const page of entries(asked.db)) {
    const items = page.map((entry) => JSON.stringify(openItem(entry, asked.today)))
    yield `${separator}${items.join(`,${LINE_END}`)}`
    separator = `,${LINE_END}`
  }
  yield `${LINE_END}]}${LINE_END}`
}

/** Codes suspended or revoked today as CSV, newest first. */
export async function* suspensionsCsv(
  asked: Asked & { query: Pick<SuspensionQuery, 'market' | 'unit' | 'crop'> },
): AsyncGenerator<string> {
  yield BOM + openCsvLine(SUSPENSION_COLUMNS)
  let cursor: string | null = null
  do {
    const query: SuspensionQuery = { ...asked.query, cursor, limit: PAGE }
    const list = await listSuspensions({ ...asked, query })
    yield list.items.map(suspensionLine).join('')
    cursor = list.nextCursor
  } while (cursor !== null)
}

/** What each column of each file means, as CSV. */
export function dictionaryCsv(): string {
  const head = ['file', 'column', 'type', 'unit', 'source_vi', 'source_en', 'source_zh']
  const lines = DICTIONARIES.flatMap(({ file, entries: columns }) =>
    columns.map(({ column, type, unit, source, text }) => {
      const { vi, en, zh } = DATA_SOURCES[source]
      return openCsvLine([file, column, type, unit, vi, en, zh, text.vi, text.en, text.zh])
    }),
  )
  return BOM + openCsvLine([...head, 'meaning_vi', 'meaning_en', 'meaning_zh']) + lines.join('')
}

type Listed = Awaited<ReturnType<typeof listSuspensions>>['items'][number]

function suspensionLine(item: Listed): string {
  const { code, kind, name, holder, commune, province, crops, market, status, since } = item
  const { documentNo, text } = item
  const place = [code, kind, name, holder, commune, province, crops.join('|')]
  return openCsvLine([...place, market, status, since, documentNo, text?.vi, text?.en, text?.zh])
}

async function* entries(db: Database): AsyncGenerator<RegisterEntry[]> {
  const search = { words: null, keyPrefix: null, filters: null, bounds: null }
  let after = null
  for (;;) {
    const hits = await searchRegister(db, { search, after, limit: PAGE })
    if (hits.length > 0) yield hits.map(({ entry }) => entry)
    after = hits.at(-1)?.place ?? null
    if (hits.length < PAGE) return
  }
}

function openItem(entry: RegisterEntry, today: string) {
  const { point, supersedes, issuedOn } = entry
  return {
    ...registerItem(entry, today),
    point: point === null ? null : { lat: point[0], lng: point[1] },
    ...{ supersedes, issuedOn },
  }
}

/** A code without a market still has its line. */
function codeLines(entry: RegisterEntry, today: string): string {
  const markets = marketsOn(entry, today)
  const listed = markets.length === 0 ? [null] : markets
  return listed.map((market) => codeLine(entry, market)).join('')
}

function codeLine(entry: RegisterEntry, market: PublicMarket | null): string {
  const { point, holder, crops } = entry
  const values: Readonly<Record<string, string | number | null | undefined>> = {
    code: entry.code,
    kind: entry.kind,
    scheme: entry.scheme,
    name: entry.name,
    holder: holder.name,
    holder_kind: holder.kind,
    commune: entry.commune,
    province: entry.province,
    crops: crops.map((crop) => crop.name).join('|'),
    latitude: point?.[0],
    longitude: point?.[1],
    legacy_code: entry.legacyCode,
    supersedes: entry.supersedes,
    issued_on: entry.issuedOn,
    market: market?.market,
    status: market?.statusToday,
    status_since: market?.since,
    valid_to: market?.validTo,
  }
  return openCsvLine(
    CODE_FIELDS.map(({ name, fact }) => (fact === undefined ? values[name] : entry[fact])),
  )
}
