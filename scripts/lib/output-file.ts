import { once } from 'node:events'
import { createWriteStream, existsSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { UsageError } from './usage-error.ts'

/** Where a command writes: `-` is standard output, anything else a file. */
export type Output = {
  /** Writes all chunks; the file has its name only once it is whole. */
  readonly write: (chunks: AsyncIterable<Uint8Array>) => Promise<void>
  /** Gives up before writing. */
  readonly discard: () => Promise<void>
}

/**
 * Opens the place first, so that a folder that is not there is met before anything is issued. A
 * file is written beside its place and renamed when whole: a cut-off one never looks finished.
 */
export async function openOutput(
  path: string,
  { force = false }: { readonly force?: boolean | undefined } = {},
): Promise<Output> {
  if (path === '-') return { write: writeStandardOutput, discard: async () => undefined }
  const target = resolve(path)
  if (!force && existsSync(target)) {
    throw new UsageError(`${target} đã có; hãy ghi tên khác, hoặc thêm --force để ghi đè.`)
  }
  const partial = `${target}.${process.pid}.part`
  try {
    await (await open(partial, 'w', 0o600)).close()
  } catch {
    throw new Error(`Không ghi được vào ${dirname(target)}; hãy kiểm tra thư mục.`)
  }
  // A command that is stopped (Ctrl-C) leaves by way of `process.exit`.
  const removeNow = () => rmSync(partial, { force: true })
  process.once('exit', removeNow)
  const discard = async () => {
    process.off('exit', removeNow)
    await rm(partial, { force: true })
  }
  return {
    write: async (chunks) => {
      try {
        await writeFile(partial, chunks)
        await rename(partial, target)
      } finally {
        await discard()
      }
    },
    discard,
  }
}

async function writeFile(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const stream = createWriteStream(path, { mode: 0o600 })
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => undefined)
  for await (const chunk of chunks) {
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failed])
  }
  stream.end()
  await Promise.race([once(stream, 'close'), failed])
}

async function writeStandardOutput(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
  }
}
