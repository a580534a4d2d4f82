import { afterEach, expect, it } from 'vitest'
import { SAMPLE_PATH } from '../../worker/domain/label/sample-path.ts'
import { qrMatrix } from '../../worker/lib/print/index.ts'
import { createKey } from '../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../worker/verbs/labels/issue-labels.ts'
import { makeAccount } from '../support/accounts-app.ts'
import { signInTo } from '../support/dist-portal.ts'
import { makeBatch, makeProduct } from '../support/factories.ts'
import { encodeJpeg } from '../support/pictures.ts'
import { RUNTIMES, startWorld, type World } from './world.ts'

let world: World
afterEach(() => world?.stop())

/** A code printed on white, eight dots a module. */
function codePhoto(text: string): Promise<Uint8Array> {
  const { size, modules } = qrMatrix(text)
  const side = (size + 12) * 8
  const data = new Uint8Array(side * side * 4).fill(255)
  for (let y = 0; y < size * 8; y++) {
    for (let x = 0; x < size * 8; x++) {
      if (modules[(y >> 3) * size + (x >> 3)] !== 1) continue
      data.fill(20, ((y + 48) * side + x + 48) * 4, ((y + 48) * side + x + 48) * 4 + 3)
    }
  }
  return encodeJpeg({ data, width: side, height: side })
}

it.each(RUNTIMES)(
  'a photographed sample is read, and a large file of labels made, in %s',
  async (runtime) => {
    world = await startWorld(runtime)
    const { ctx, origin } = world
    const { email, organisationId } = await makeAccount(ctx.db, 'producer')
    const { id: productId } = await makeProduct(ctx, { organisationId })
    const { ref } = await makeBatch(ctx, { productId })
    const browser = await signInTo(origin, email)
    const shown = (path: string, text: string) =>
      expect.poll(async () => (await browser.get(path)).text, { timeout: 30_000 }).toContain(text)

    const photo = await codePhoto(`${ctx.labelOrigin}/${SAMPLE_PATH}/${'7K3M9QX1'.repeat(15)}`)
    const form = new FormData()
    form.append('file', new File([new Uint8Array(photo)], 'anh.jpg'))
    const read = await browser.post(`/portal/batches/${ref}/labels/read-back`, form)
    await shown(read, 'Tem in thử đọc được')

    await createKey({ ctx, input: {} }).catch(() => undefined)
    const { run } = await issueLabels({ ctx, input: { ref, profile: 'compact', count: 2_400 } })
    const file = `/portal/labels/${run.id}/files`
    const page = await browser.post(`${file}?format=pdf&stock=a4-24`, new URLSearchParams())
    await shown(page, `${page}/download`)
    const pdf = await browser.get(`${page}/download`)
    expect(pdf.text.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf.text.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(pdf.text).toContain('/Count 100')
  },
)
