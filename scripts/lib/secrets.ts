import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLoopback } from './loopback.ts'

export type Secrets = { readonly GOC_KEK: string; readonly GOC_AUTH_SECRET: string }

/**
 * GOC_KEK and GOC_AUTH_SECRET: from the environment, or, on a loopback origin only, random ones
 * made once and kept under the data folder, readable by its owner alone.
 */
export async function localSecrets(input: {
  dataDirectory: string
  origin: string
}): Promise<Secrets> {
  const { GOC_KEK, GOC_AUTH_SECRET } = process.env
  if (GOC_KEK !== undefined && GOC_AUTH_SECRET !== undefined) return { GOC_KEK, GOC_AUTH_SECRET }
  if (!isLoopback(input.origin)) {
    throw new Error('Hãy đặt GOC_KEK và GOC_AUTH_SECRET: ngoài máy này không tự tạo khóa bí mật.')
  }
  const path = join(input.dataDirectory, 'secrets.json')
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Secrets
  } catch {
    const secrets = {
      GOC_KEK: randomBytes(32).toString('base64url'),
      GOC_AUTH_SECRET: randomBytes(32).toString('base64url'),
    }
    await mkdir(input.dataDirectory, { recursive: true })
    await writeFile(path, `${JSON.stringify(secrets)}\n`, { mode: 0o600, flag: 'wx' })
    return secrets
  }
}
