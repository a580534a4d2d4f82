import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inviteMember } from '../../worker/verbs/accounts/invite-member.ts'
import { makeOrganisation } from '../support/factories.ts'
import { startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld('plain workerd')
})
afterAll(() => world?.stop())

it('an invitation accepted eight times at once answers one success and seven “already”', async () => {
  const { ctx, origin } = world
  const { id } = await makeOrganisation(ctx)
  const email = 'tam-lan@example.vn'
  const input = { organisationId: id, email, role: 'producer' as const }
  const { path } = await inviteMember({ ctx, input, origin })
  const body = new URLSearchParams({ name: 'Người mới', password: 'một câu ngắn dễ nhớ' })
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...{ origin, 'sec-fetch-site': 'same-origin' },
  }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      world.ask(path, { method: 'POST', headers, body: body.toString() }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(7).fill(409)])
  for (const { status, text } of answers) {
    if (status === 409) expect(text).toContain('Lời mời này đã được nhận')
  }
  expect(await ctx.db.all(sql`SELECT 1 FROM user WHERE email = ${email}`)).toHaveLength(1)
  expect(await ctx.db.all(sql`SELECT 1 FROM member WHERE organization_id = ${id}`)).toHaveLength(1)
})
