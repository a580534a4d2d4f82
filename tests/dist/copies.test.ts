import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVerifier } from '../../site/public/verify.js'
import { recallBatch } from '../../worker/verbs/batches/recall-batch.ts'
import { PHONE_HEADERS, startWorld, until, type World } from './world.ts'

const WITHIN_MS = 60_000
const HEADER = 'x-real-ip'

// Where time is counted one of them is enough: the other runs the same code.
describe.each(['plain workerd'] as const)('copied labels and the built Worker in %s', (runtime) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(runtime, { settings: { GOC_CLIENT_ADDRESS_HEADER: HEADER } })
  })
  afterAll(() => world?.stop())

  const open = (path: string, address: string) =>
    world.ask(path, { headers: { ...PHONE_HEADERS, [HEADER]: address } })
  const isAmber = async (path: string) => {
    const { body } = await world.askJson(path)
    return body.reasons.some(({ code }: { code: string }) => code === 'copy_suspected')
  }

  it.concurrent('60 visitors turn the label amber within 60 s', { timeout: 120_000 }, async () => {
    const { path } = await world.issued()
    expect((await open(path, '198.51.100.1')).text).toContain('Tem thật')
    for (let visitor = 1; visitor <= 60; visitor++) await open(path, `203.0.113.${visitor}`)
    const ms = await until(() => isAmber(path), WITHIN_MS)
    console.log(`amber in ${runtime} after ${ms} ms`)
    const page = await open(path, '198.51.100.1')
    expect(page.text).toContain('có thể bị sao chép')
    expect(page.text.indexOf('có thể bị sao chép')).toBeLessThan(page.text.indexOf('<main') + 3_000)
  })

  it.concurrent('50 reloads in three languages do not', { timeout: 120_000 }, async () => {
    const { path } = await world.issued()
    for (let at = 0; at < 50; at++) {
      await open(`${path}?lang=${['vi', 'en', 'zh'][at % 3]}`, '203.0.113.7')
    }
    // The count comes with the decision: once it shows all of them, nothing more is to come.
    await until(async () => (await world.askJson(path)).body.scans.count === 50, WITHIN_MS)
    expect(await isAmber(path)).toBe(false)
  })

  it.concurrent('lists tell a recall to who has no network', { timeout: 120_000 }, async () => {
    const { path, batch } = await world.issued()
    const published = async () => {
      const { lists } = (await world.askJson('/.well-known/label-status.json')).body
      const tokens: string[] = []
      for (const { uri } of lists) tokens.push((await world.ask(new URL(uri).pathname)).text)
      const jwks = (await world.askJson('/.well-known/jwks.json')).body
      const statusJwks = (await world.askJson('/.well-known/status-jwks.json')).body
      return createVerifier({ jwks, statusJwks, lists: tokens })
    }
    const standing = async () => (await (await published()).verify(path)).standing
    await until(async () => (await standing()) === 'clear_or_notice', WITHIN_MS)
    await recallBatch({ ctx: world.ctx, input: { ref: batch.ref, reason: 'Dư lượng' } })
    await until(async () => (await standing()) === 'recalled', WITHIN_MS, 1_000)
  })

  it('serves the verifier itself', async () => {
    const module = await world.ask('/verify.js')
    expect([module.status, module.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/javascript/),
    ])
    expect((await world.ask('/verify-vectors.json')).status).toBe(200)
  })
})
