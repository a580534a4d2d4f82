import type { FileStore } from '../../../platform/file-store.ts'
import { notesKey, partKey } from './part-keys.ts'

/** Takes away what is kept of one beginning of a label file, from its first part `through` the one named. */
export async function removeParts(
  files: FileStore,
  of: { readonly id: string; readonly generation: number; readonly through: number },
): Promise<void> {
  const { id, generation, through } = of
  for (let part = 0; part <= through; part++) {
    await files.remove(partKey({ id, generation, part }))
    await files.remove(notesKey({ id, generation, part }))
  }
}
