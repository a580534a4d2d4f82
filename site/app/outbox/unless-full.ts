import { StorageFull } from './storage.ts'

/** What `work` gives, or that the device has no room: a thing to tell, not a fault. */
export async function unlessFull<T>(
  work: () => Promise<T>,
): Promise<T | { readonly status: 'full' }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageFull) return { status: 'full' }
    throw error
  }
}
