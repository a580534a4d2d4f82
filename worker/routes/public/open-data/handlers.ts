import type { RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppEnv } from '../../../http/app-env.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import {
  codesCsv,
  codesJson,
  dictionaryCsv,
  openDataStamp,
  suspensionsCsv,
} from '../../../verbs/codes/public-open-data.ts'
import { asAnswer } from '../as-answer.ts'
import type {
  codesCsvRoute,
  codesJsonRoute,
  dictionaryRoute,
  suspensionsCsvRoute,
} from './contract.ts'

const CSV = 'text/csv; charset=utf-8; header=present'
const LICENCE = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'
const DICTIONARY = '/open-data/dictionary.csv'

/** `GET /open-data/codes.csv`: open to everyone. */
export const downloadCodesCsv: RouteHandler<typeof codesCsvRoute, AppEnv> = async (c) =>
  asAnswer(await download(c, { name: 'ma-so.csv', type: CSV, make: codesCsv }))

/** `GET /open-data/codes.json`: open to everyone. */
export const downloadCodesJson: RouteHandler<typeof codesJsonRoute, AppEnv> = async (c) => {
  const type = 'application/json; charset=utf-8'
  return asAnswer(await download(c, { name: null, type, make: codesJson }))
}

/** `GET /open-data/suspensions.csv`: open to everyone. */
export const downloadSuspensionsCsv: RouteHandler<typeof suspensionsCsvRoute, AppEnv> = async (
  c,
) => {
  const query = c.req.valid('query')
  const make = (asked: Asked) => suspensionsCsv({ ...asked, query })
  return asAnswer(await download(c, { name: 'ma-so-tam-dung.csv', type: CSV, make }))
}

/** `GET /open-data/dictionary.csv`: open to everyone. It changes with the software alone. */
export const downloadDictionary: RouteHandler<typeof dictionaryRoute, AppEnv> = (c) => {
  const headers = {
    'content-type': CSV,
    'content-disposition': 'attachment; filename="y-nghia-cot.csv"',
    'cache-control': 'public, max-age=300',
    link: LICENCE,
  }
  return asAnswer(c.body(dictionaryCsv(), 200, headers))
}

type Asked = Parameters<typeof codesCsv>[0]

/**
 * Streamed as it is read. The tag is that of the register, so a reader who has the file is answered
 * without reading it again.
 */
async function download(
  c: Context<AppEnv>,
  input: {
    /** File name offered; null to be shown in place. */
    name: string | null
    type: string
    make: (asked: Asked) => AsyncGenerator<string>
  },
): Promise<Response> {
  const { deps } = c.var
  const asked = { db: deps.db(), today: vietnamDateOf(deps.now()) }
  const { tag, at } = await openDataStamp(asked)
  const headers = new Headers({
    'content-type': input.type,
    'cache-control': 'public, max-age=300',
    'last-modified': new Date(at).toUTCString(),
    etag: `W/"${tag}"`,
    link: `${LICENCE}, <${DICTIONARY}>; rel="describedby"`,
  })
  if (isUnmodified(c, at)) return new Response(null, { status: 304, headers: kept(headers) })
  if (input.name !== null) {
    headers.set('content-disposition', `attachment; filename="${input.name}"`)
  }
  return new Response(streamOf(input.make(asked)), { headers })
}

/** RFC 9110 13.1.3: a date is looked at where no tag was sent, and to the second. */
function isUnmodified(c: Context<AppEnv>, at: number): boolean {
  if (c.req.header('if-none-match') !== undefined) return false
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return Math.floor(at / 1000) * 1000 <= since
}

/** Headers of an answer without a body. */
function kept(headers: Headers): Headers {
  const left = new Headers(headers)
  left.delete('content-type')
  return left
}

/** Pulls a page when the reader wants one; a reader who only asked for the head gets none. */
function streamOf(pages: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await pages.next()
        if (next.done === true) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      cancel: async () => {
        await pages.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
