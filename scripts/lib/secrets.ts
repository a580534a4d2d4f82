import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InstallationFault } from './installation-fault.ts'
import { isLoopback } from './loopback.ts'
import { closeToOthers } from './private-folder.ts'

export type Secrets = { readonly GOC_KEK: string; readonly GOC_AUTH_SECRET: string }

export type FoundSecrets =
  /** In the environment: nothing is kept here. */
  | { readonly kind: 'given'; readonly secrets: Secrets }
  /** In the file of the data folder. */
  | { readonly kind: 'kept'; readonly secrets: Secrets }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly why: string }

export function secretsPath(directory: string): string {
  return join(directory, 'secrets.json')
}

/** GOC_KEK and GOC_AUTH_SECRET as they are found, in the environment or else in the data folder. */
export async function findSecrets(
  directory: string,
  word: (line: string) => void,
): Promise<FoundSecrets> {
  const { GOC_KEK, GOC_AUTH_SECRET } = process.env
  if (GOC_KEK !== undefined || GOC_AUTH_SECRET !== undefined) {
    const given = { GOC_KEK, GOC_AUTH_SECRET }
    const why = faultOf(given)
    if (isWhole(given) && why === null) return { kind: 'given', secrets: given }
    throw new InstallationFault(`Biến môi trường không dùng được: ${why}.`, [
      'đặt cả hai biến GOC_KEK và GOC_AUTH_SECRET đúng như trước nay vẫn dùng;',
      `hoặc bỏ hẳn cả hai biến để dùng khóa trong ${secretsPath(directory)}.`,
    ])
  }
  const path = secretsPath(directory)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? null : error,
  )
  if (text === null) return { kind: 'none' }
  if (typeof text !== 'string') return { kind: 'broken', why: text.message }
  await closeToOthers(path, word)
  return readSecrets(text)
}

function readSecrets(text: string): FoundSecrets {
  if (text.trim() === '') return { kind: 'broken', why: 'tệp trống' }
  let found: Partial<Secrets>
  try {
    found = { ...(JSON.parse(text) as Partial<Secrets>) }
  } catch {
    return { kind: 'broken', why: 'nội dung không phải JSON, có thể tệp bị cắt ngang' }
  }
  const why = faultOf(found)
  return isWhole(found) && why === null
    ? { kind: 'kept', secrets: { GOC_KEK: found.GOC_KEK, GOC_AUTH_SECRET: found.GOC_AUTH_SECRET } }
    : { kind: 'broken', why: why ?? 'nội dung không đúng' }
}

function isWhole(secrets: { readonly [name in keyof Secrets]?: unknown }): secrets is Secrets {
  return typeof secrets.GOC_KEK === 'string' && typeof secrets.GOC_AUTH_SECRET === 'string'
}

/** What is wrong with them; their values are never told. */
function faultOf(secrets: { readonly [name in keyof Secrets]?: unknown }): string | null {
  const { GOC_KEK: kek, GOC_AUTH_SECRET: secret } = secrets
  if (kek === undefined || kek === '') return 'thiếu GOC_KEK'
  if (secret === undefined || secret === '') return 'thiếu GOC_AUTH_SECRET'
  if (typeof kek !== 'string' || !/^[\w-]{43}$/.test(kek)) {
    return 'GOC_KEK không phải 32 byte viết dạng base64url (43 ký tự)'
  }
  if (typeof secret !== 'string' || secret.length < 32) return 'GOC_AUTH_SECRET ngắn hơn 32 ký tự'
  return null
}

/** Random secrets, for an origin that only this machine reaches. */
export function makeSecrets(origin: string): Secrets {
  if (!isLoopback(origin)) {
    throw new Error('Hãy đặt GOC_KEK và GOC_AUTH_SECRET: ngoài máy này không tự tạo khóa bí mật.')
  }
  const random = () => randomBytes(32).toString('base64url')
  return { GOC_KEK: random(), GOC_AUTH_SECRET: random() }
}

/** Written whole and readable by its owner alone; never over what is there. */
export async function keepSecrets(directory: string, secrets: Secrets): Promise<void> {
  const path = secretsPath(directory)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeFile(`${path}.part`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
}
