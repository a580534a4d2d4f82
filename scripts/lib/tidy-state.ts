import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Readies the folder of the emulated bucket for a start, and gives an empty one in it for temporary
 * files. What earlier starts left there of those, and of a cache, goes; the bucket stays, also where
 * Miniflare 4 kept it.
 */
export async function tidyState(folder: string): Promise<string> {
  const temporary = join(folder, 'tmp')
  for (const old of [temporary, join(folder, 'cache')]) {
    await rm(old, { recursive: true, force: true })
  }
  await mkdir(temporary, { recursive: true })
  const [earlier, now] = [join(folder, 'media'), join(folder, 'r2')]
  if (existsSync(earlier) && !existsSync(now)) await rename(earlier, now)
  return temporary
}
