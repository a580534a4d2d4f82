import { readFile } from 'node:fs/promises'
import { UsageError } from '../lib/usage-error.ts'

/** The bytes of a file an operator named; a mistyped name is told as such. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch {
    throw new UsageError(`Không đọc được tệp “${path}”; hãy kiểm tra tên và quyền đọc.`)
  }
}
