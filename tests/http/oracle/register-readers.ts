import Papa from 'papaparse'
import type { Database } from '../../../db/client.ts'
import type { TableCell } from '../../../site/models/portal-common.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { exportCodes } from '../../../worker/verbs/exports/export-codes.ts'
import { makeContext } from '../../support/factories.ts'
import type { RandomCode } from '../../support/oracle/random-register.ts'
import { MARKETS } from '../../support/oracle/random-standing.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'
import { type Json, publicApp } from '../public/support.ts'

/** What a reader tells: a line for each code and market, `CODE MARKET status`. */
export type ToldStatuses = readonly string[]

/** Everything that shows the register, asked at one instant with nothing kept from before. */
export function registerReaders(db: Database, at: number) {
  const models: PageModel[] = []
  const pages = {
    render: async (model: PageModel) => {
      models.push(model)
      return { html: model.kind, styleHash: 'sha256-test' }
    },
  }
  const app = publicApp(db, { pages, now: () => at })
  const get = async (path: string): Promise<Json> => {
    const { status, body } = await app.askJson(path, { headers: { accept: 'application/json' } })
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return body
  }
  const page = async <K extends PageModel['kind']>(path: string, kind: K) => {
    await app.ask(path)
    return shown(models.at(-1), kind)
  }
  return { ...publicReaders({ get, page }), ...portalReaders(db, at) }
}

type Get = (path: string) => Promise<Json>
type Page = <K extends PageModel['kind']>(
  path: string,
  kind: K,
) => Promise<Extract<PageModel, { kind: K }>>

function publicReaders({ get, page }: { get: Get; page: Page }) {
  return {
    get,
    /** `GET /api/v1/codes/{CODE}`, with the day since when. */
    entry: async ({ code }: RandomCode): Promise<ToldStatuses> =>
      (await get(`/api/v1/codes/${code}`)).markets.map(
        (one: Json) => `${code} ${one.market} ${one.statusToday} ${one.since}`,
      ),
    /** `GET /api/v1/codes?status=…`: which codes it lists. */
    listed: async (status: string, market: string | null): Promise<string[]> => {
      const query = `status=${status}${market === null ? '' : `&market=${market}`}&limit=100`
      const items = await allPages(get, `/api/v1/codes?${query}`)
      return items.map(({ code }) => code).sort()
    },
    /** The public register's pages. */
    register: async (): Promise<ToldStatuses> => {
      const told: string[] = []
      for (let path: string | null = '/codes'; path !== null; ) {
        const model: Extract<PageModel, { kind: 'register' }> = await page(path, 'register')
        for (const { code, markets } of model.items) {
          told.push(...markets.map((m) => `${code} ${m.market} ${m.statusToday} ${m.since}`))
        }
        path = model.nextHref
      }
      return told
    },
    /** `/suspensions`: a line for each code and market, with the day since when. */
    suspensions: async (): Promise<ToldStatuses> => {
      const told: string[] = []
      for (let path: string | null = '/suspensions'; path !== null; ) {
        const model: Extract<PageModel, { kind: 'suspensions' }> = await page(path, 'suspensions')
        told.push(...model.items.map((s) => `${s.code} ${s.market} ${s.status} ${s.since}`))
        path = model.nextHref
      }
      return told
    },
    /** The scan of a printed certificate, as it came. */
    certificate: ({ certificatePath }: RandomCode): Promise<Json> => get(certificatePath),
    /** Every public notice, `id taken back` or `id stands`. */
    notices: async (): Promise<string[]> =>
      (await allPages(get, '/api/v1/notices')).map(
        ({ id, withdrawnAt }) => `${id} ${withdrawnAt === null ? 'stands' : 'taken back'}`,
      ),
  }
}

function portalReaders(db: Database, at: number) {
  const officer = makePerson(db, 'officer')
  const page = async <K extends PageModel['kind']>(path: string, kind: K) => {
    const app = portalApp(db, await officer, { now: () => at })
    return shown((await app.get(path)).model, kind)
  }
  return {
    /** `/portal/codes`. */
    portalList: async (): Promise<ToldStatuses> => {
      const told: string[] = []
      for (let path: string | null = '/portal/codes'; path !== null; ) {
        const model: Extract<PageModel, { kind: 'portal/codes/list' }> = await page(
          path,
          'portal/codes/list',
        )
        for (const row of model.rows) told.push(...statusesOf(row[0]?.text ?? '', row))
        path = model.paging.olderHref
      }
      return told
    },
    /** `/portal/codes/{CODE}`. */
    portalCode: async ({ code }: RandomCode): Promise<ToldStatuses> =>
      (await page(`/portal/codes/${code}`, 'portal/codes/show')).markets.map(
        ({ market, status }) => `${code} ${market} ${status}`,
      ),
    /** `/portal/sites/{ID}`: all codes of the place. */
    portalSite: async (siteId: string): Promise<ToldStatuses> =>
      (await page(`/portal/sites/${siteId}`, 'portal/sites/show')).codes.flatMap((row) =>
        statusesOf(row[0]?.text ?? '', row),
      ),
    /** The list that is sent on and read in again. */
    exported: async (): Promise<ToldStatuses> => {
      const ctx = { ...makeContext(db), now: () => at }
      const { chunks } = await exportCodes({ ctx, input: { format: 'csv' } })
      const decoder = new TextDecoder()
      let csv = ''
      for await (const chunk of chunks) csv += decoder.decode(chunk, { stream: true })
      const { data } = Papa.parse<Record<string, string>>(csv.trim(), { header: true })
      return data.map(
        (row) =>
          `${row['Mã số']} ${marketNamed(row['Thị trường'])} ${STATUS_COPY[row['Trạng thái'] ?? '']}`,
      )
    },
  }
}

const STATUS_COPY: Readonly<Record<string, string>> = {
  'Chờ nước nhập khẩu phê duyệt': 'pending_foreign_approval',
  'Đang hoạt động': 'active',
  'Tạm dừng': 'suspended',
  'Thu hồi': 'revoked',
  Hủy: 'cancelled',
  'Hết hạn': 'expired',
}

const NAMES: Readonly<Record<string, string>> = {
  'Trong nước': 'VNM',
  'Trung Quốc': 'CHN',
  'Liên minh châu Âu': 'EU',
  Đức: 'DEU',
  Pháp: 'FRA',
  'Hoa Kỳ': 'USA',
}

function marketNamed(name: string | undefined): string {
  const market = NAMES[name ?? '']
  if (market === undefined || !MARKETS.includes(market)) throw new Error(`no market “${name}”`)
  return market
}

function statusesOf(code: string, row: readonly TableCell[]): string[] {
  return row.flatMap(({ statuses = [] }) =>
    statuses.map(({ name, status }) => `${code} ${marketNamed(name)} ${status}`),
  )
}

async function allPages(get: Get, path: string): Promise<Json[]> {
  const items: Json[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const mark = path.includes('?') ? '&' : '?'
    const from: string = cursor === '' ? '' : `${mark}cursor=${encodeURIComponent(cursor)}`
    const body: Json = await get(`${path}${from}`)
    items.push(...body.items)
    cursor = body.nextCursor
  }
  return items
}

function shown<K extends PageModel['kind']>(model: PageModel | null | undefined, kind: K) {
  if (model?.kind !== kind) throw new Error(`shown: ${model?.kind} instead of ${kind}`)
  return model as Extract<PageModel, { kind: K }>
}
