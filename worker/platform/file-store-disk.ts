import type { FileStore } from './file-store.ts'

/** A disk folder as workerd offers it to a Worker: a service that answers GET, PUT and DELETE. */
export type DiskService = { readonly fetch: (request: Request) => Promise<Response> }

/** Files in a folder. */
export function diskFiles(disk: DiskService): FileStore {
  const ask = async (key: string, init: RequestInit) => {
    const answer = await disk.fetch(new Request(`http://files.internal/${key}`, init))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (answer.ok) return bytes
    if (answer.status === 404) return null
    throw new Error(`the disk service answered ${answer.status}`)
  }
  return {
    put: async (key, bytes) => {
      const kept = await ask(key, { method: 'PUT', body: new Uint8Array(bytes) })
      if (kept === null) throw new Error('the disk service has no such folder')
    },
    get: (key) => ask(key, {}),
    remove: async (key) => void (await ask(key, { method: 'DELETE' })),
  }
}
