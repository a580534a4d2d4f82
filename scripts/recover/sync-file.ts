import { open } from 'node:fs/promises'

/** Puts a file, or the names in a folder, on the disk: a power cut right after must not undo what was done. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
