import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { hasChromium, openBrowser, openPage } from '../support/browser.ts'
import { canReadSheets, readSheet } from '../support/read-sheet.ts'
import { goc } from '../support/running-goc.ts'

const running = inject('goc')
const folder = mkdtempSync(join(tmpdir(), 'goc-sheet-'))
const canRun = hasChromium && canReadSheets

describe.skipIf(!canRun)('a sheet of labels', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is issued, printed, read by an independent reader, opened in a browser and verified without our code', async () => {
    const ref = /\/B\/([0-9A-Z]{8})\//.exec(running.labels['clear'] ?? '')?.[1] ?? ''
    const file = join(folder, 'tem.pdf')
    const args = ['labels', 'issue', '--batch', ref, '--count', '70', '--profile', 'compact']
    const issued = await goc(running, [...args, '--format', 'pdf', '--layout', '65', '--out', file])
    expect(issued.stderr + issued.stdout).not.toMatch(/at .*\.ts:\d/)
    expect(issued.code).toBe(0)

    const texts = await readSheet(file)
    expect(texts).toHaveLength(70)
    expect(new Set(texts).size).toBe(70)

    const browser = await openBrowser()
    const page = await openPage(browser)
    const response = await page.goto(texts[69] ?? '')
    expect(response?.status()).toBe(200)
    expect(await page.locator('body').innerText()).toContain(`${ref.slice(0, 4)}-${ref.slice(4)}`)
    await browser.close()

    for (const text of texts) expect(await verifiesWithNodeAlone(text)).toBe(true)
  })
})

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Rebuilds the JWS of a label and checks it with node:crypto and the published key. */
async function verifiesWithNodeAlone(label: string): Promise<boolean> {
  const [sig = '', ...subject] = label.replace(/^https?:\/\/[^/]+\//i, '').split('/')
  const kid = sig.slice(0, 3)
  let bits = ''
  for (const character of sig.slice(3))
    bits += CROCKFORD.indexOf(character).toString(2).padStart(5, '0')
  const signature = Buffer.from(
    bits
      .slice(0, 512)
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  )
  const header = Buffer.from(`{"alg":"Ed25519","kid":"${kid}"}`).toString('base64url')
  const payload = Buffer.from(subject.join('/')).toString('base64url')
  const { keys } = (await (await fetch(`${running.origin}/.well-known/jwks.json`)).json()) as {
    keys: { kid: string; x: string; crv: string; kty: string }[]
  }
  const jwk = keys.find((key) => key.kid === kid)
  if (jwk === undefined) return false
  const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, format: 'jwk' })
  return verify(null, Buffer.from(`${header}.${payload}`), key, signature)
}
