import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Response as MiniflareResponse } from 'miniflare'
import type { Letter } from '../../worker/platform/mailer.ts'

/** Takes letters as a mail service does and writes each to a file: what this machine sends stays here. */
export function keepLetters(
  directory: string,
): (request: { json: () => Promise<unknown> }) => Promise<MiniflareResponse> {
  return async (request) => {
    // Posted by the Worker's own mailer.
    const { id, to, subject, body } = (await request.json()) as Letter
    if (!/^[\w-]{1,64}$/.test(id)) return new MiniflareResponse(null, { status: 400 })
    await mkdir(directory, { recursive: true })
    const at = new Date().toISOString()
    const text = [`Message-ID: <${id}@goc>`, `Date: ${at}`, `To: ${oneLine(to)}`]
      .concat(
        `Subject: ${oneLine(subject)}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        body,
        '',
      )
      .join('\n')
    await writeFile(join(directory, `${at.replace(/[:.]/g, '-')}-${id}.eml`), text)
    return new MiniflareResponse(null, { status: 204 })
  }
}

/** A header is one line, whatever was put into it. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
