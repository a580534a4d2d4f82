import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  archiveName,
  VERSION_LENGTH,
  versionOfName,
} from '../../worker/domain/sites/map-background.ts'
import type { ArchiveSource } from '../../worker/lib/tiles/read-archive.ts'
import { UsageError } from './usage-error.ts'

/** An archive that a command reads. */
export type OpenArchive = ArchiveSource & {
  /** Its address, of one that lies elsewhere. */
  readonly url: string | null
  readonly version: () => Promise<string>
  readonly close: () => Promise<void>
}

/** A file of this machine. */
export async function fileArchive(path: string): Promise<OpenArchive> {
  const file = await open(path).catch(() => null)
  const found = file === null ? null : await file.stat()
  if (file === null || found === null || !found.isFile()) {
    await file?.close()
    throw new UsageError(`Không đọc được “${path}”; hãy kiểm tra tên và quyền đọc.`)
  }
  return {
    url: null,
    bytes: found.size,
    read: async (offset, length) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    },
    version: () => hashOf(path),
    close: () => file.close(),
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex').slice(0, VERSION_LENGTH)
}

/** Puts a file where the map reads it, whole or not at all. */
export async function keepArchive(given: {
  readonly path: string
  readonly directory: string
  readonly version: string
}): Promise<void> {
  const { path, directory, version } = given
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const kept = join(directory, archiveName(version))
  const known = await stat(kept).catch(() => null)
  if (known?.size === (await stat(path)).size) return
  // A file system that can shares the blocks.
  await copyFile(path, `${kept}.part`, constants.COPYFILE_FICLONE)
  await rename(`${kept}.part`, kept)
}

/** Takes out what no map is drawn upon any more; null for all of it. */
export async function removeOtherArchives(
  directory: string,
  version: string | null,
): Promise<void> {
  const names = await readdir(directory).catch(() => [])
  for (const name of names) {
    const isArchive = versionOfName(name.replace(/\.part$/, '')) !== null
    if (isArchive && versionOfName(name) !== version)
      await rm(join(directory, name), { force: true })
  }
}
