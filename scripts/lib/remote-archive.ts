import { createHash } from 'node:crypto'
import { VERSION_LENGTH } from '../../worker/domain/sites/map-background.ts'
import type { OpenArchive } from './map-archives.ts'
import { UsageError } from './usage-error.ts'

/** What is hashed to tell an archive from the one before: header, root directory and metadata. */
const BEGINNING = 64 * 1024
const WAIT_MS = 20_000

/**
 * An archive at an https address, read as a browser will read it: a part at a time (RFC 9110 14), by
 * pages of this installation (CORS). Refused where one of both is not answered.
 */
export async function remoteArchive(
  address: string,
  { origin }: { readonly origin: string },
): Promise<OpenArchive> {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:') throw new UsageError('Địa chỉ của nền bản đồ phải là https.')
  url.hash = ''
  const ask = (offset: number, length: number) => askPart(url, { origin, offset, length })
  const { bytes: beginning, size, etag, allowed } = await ask(0, BEGINNING)
  if (allowed !== '*' && allowed !== origin) {
    throw new UsageError(
      `Máy chủ ${url.host} chưa cho trang ${origin} đọc tệp (CORS: Access-Control-Allow-Origin).`,
    )
  }
  return {
    url: url.href,
    bytes: size,
    read: async (offset, length) => {
      if (offset + length <= beginning.length) return beginning.subarray(offset, offset + length)
      return (await ask(offset, length)).bytes
    },
    version: async () =>
      createHash('sha256')
        .update(beginning)
        .update(`${size} ${etag}`)
        .digest('hex')
        .slice(0, VERSION_LENGTH),
    close: async () => undefined,
  }
}

type Part = {
  readonly bytes: Uint8Array
  /** Of the whole file. */
  readonly size: number
  readonly etag: string
  readonly allowed: string | null
}

async function askPart(
  url: URL,
  asked: { readonly origin: string; readonly offset: number; readonly length: number },
): Promise<Part> {
  const { origin, offset, length } = asked
  const headers = { range: `bytes=${offset}-${offset + length - 1}`, origin }
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(WAIT_MS) }).catch(
    () => null,
  )
  const [, total] = /\/(\d{1,15})$/.exec(answer?.headers.get('content-range') ?? '') ?? []
  if (answer?.status !== 206 || total === undefined) {
    await answer?.body?.cancel()
    const why = answer === null ? 'không trả lời' : `trả lời ${answer.status}`
    throw new UsageError(
      `Máy chủ ${url.host} ${why}; nền bản đồ cần máy chủ trả từng phần tệp (Range).`,
    )
  }
  return {
    bytes: await beginningOf(answer, length),
    size: Number(total),
    etag: answer.headers.get('etag') ?? '',
    allowed: answer.headers.get('access-control-allow-origin'),
  }
}

/** No more than was asked for, whatever is sent. */
async function beginningOf(answer: Response, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most)
  let size = 0
  for await (const chunk of answer.body ?? []) {
    const part = chunk.subarray(0, most - size)
    bytes.set(part, size)
    size += part.length
    if (size === most) break
  }
  return bytes.subarray(0, size)
}
