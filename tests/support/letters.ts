import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** The letters that a running installation has sent to an address, oldest first. */
export function lettersTo(dataDir: string, email: string): string[] {
  const mail = join(dataDir, 'mail')
  return namesIn(mail)
    .toSorted()
    .map((name) => readFileSync(join(mail, name), 'utf8'))
    .filter((letter) => letter.includes(`To: ${email}\n`))
}

/** The link of the only letter to an address; letters leave just after the answer to what asked for them. */
export async function linkInLetter(
  dataDir: string,
  { to, path }: { readonly to: string; readonly path: string },
): Promise<string> {
  await expect.poll(() => lettersTo(dataDir, to).length).toBe(1)
  const found = new RegExp(`https?://\\S+/portal/${path}/\\S+`).exec(
    lettersTo(dataDir, to)[0] ?? '',
  )
  if (found === null) throw new Error(`no link to ${path} for ${to}`)
  return found[0]
}

/** The folder is made for the first letter. */
function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
