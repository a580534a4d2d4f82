import { Command } from 'commander'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import { diaryEvent } from '../../../../db/schema/index.ts'
import { register } from '../../../../scripts/commands/diary.ts'
import { freshDatabase } from '../../../support/database.ts'
import { makeCode, makeContext, makeDiaryEvent } from '../../../support/factories.ts'

let db: Database
let said: string[] = []

beforeEach(async () => {
  db = (await freshDatabase()).db
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
})
afterAll(() => {
  vi.restoreAllMocks()
})

async function goc(...args: string[]): Promise<string> {
  said = []
  const program = new Command('goc')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  register(program, async () => ({
    ctx: makeContext(db),
    origin: 'https://tem.example.vn',
    ownHosts: new Set<string>(),
    databaseUrl: '',
    authToken: undefined,
    close: async () => undefined,
  }))
  await program.parseAsync(['diary', ...args], { from: 'user' })
  return said.join('').trim()
}

async function makeSpray() {
  const ctx = makeContext(db)
  const { siteId, code } = await makeCode(ctx)
  const details = { product: 'Thuốc Mẫu', dose: '5 lít/ha', intervalDays: 3, note: 'gió nhẹ' }
  const summary = 'Phun thuốc: Thuốc Mẫu'
  const entry = { siteId, kind: 'plant_protection', summary, details }
  return { code, siteId, id: (await makeDiaryEvent(ctx, entry)).id }
}

describe('goc diary', () => {
  it('lists the entries of a place, and corrects one of them', async () => {
    const { code, id } = await makeSpray()
    expect(await goc('list', '--area', code)).toContain(`${id}  01/05/2026`)
    const made = await goc(
      ...['correct', id, '--reason', 'Ghi nhầm', '--dose', '0,5 lít/ha', '--interval', '7'],
      ...['--note', '', '--quantity', '2', '--unit', 'lít', '--active-ingredient', 'Abamectin'],
    )
    const list = await goc('list', '--area', code)
    expect(list.split('\n')).toHaveLength(1)
    expect(list).toMatch(new RegExp(`^${made}  .*đã sửa$`))
    const [, row] = await db.select().from(diaryEvent)
    expect(row).toMatchObject({
      amendsId: id,
      details: {
        product: 'Thuốc Mẫu',
        dose: '0,5 lít/ha',
        intervalDays: 7,
        quantity: 2,
        unit: 'lít',
        activeIngredient: 'Abamectin',
      },
    })
    expect(row?.details).not.toHaveProperty('note')
  })

  it('refuses a figure without its unit, a kind there is not, and a correction without a reason', async () => {
    const { id } = await makeSpray()
    const correct = (...args: string[]) => goc('correct', id, ...args)
    await expect(correct('--reason', 'x', '--quantity', '2')).rejects.toThrow('--unit')
    await expect(correct('--reason', 'x', '--kind', 'dance')).rejects.toMatchObject({
      errors: [{ path: 'kind' }],
    })
    await expect(correct('--dose', '1')).rejects.toMatchObject({
      code: 'commander.missingMandatoryOptionValue',
    })
    await expect(goc('list')).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await db.select().from(diaryEvent)).toHaveLength(1)
  })
})
