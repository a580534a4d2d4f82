import { readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { expect, it } from 'vitest'

const folder = new URL('../../../db/migrations/', import.meta.url)

const statementsOf = (tag: string) =>
  readFileSync(new URL(`${tag}.sql`, folder), 'utf8').split('--> statement-breakpoint')

it('takes what officers recorded in earlier versions for confirmed, and leaves the old rows', async () => {
  const journal = readFileSync(new URL('meta/_journal.json', folder), 'utf8')
  const { entries } = JSON.parse(journal) as { entries: { tag: string }[] }
  const tags = entries.map(({ tag }) => tag)
  const upgrade = tags.findIndex((tag) => tag.endsWith('_certifications'))
  const client = createClient({ url: ':memory:' })
  for (const tag of tags.slice(0, upgrade)) {
    for (const statement of statementsOf(tag)) await client.execute(statement)
  }
  const kept = [
    `INSERT INTO organisation (id, name, name_folded, kind, demo, created_at)
      VALUES ('o', 'HTX', 'htx', 'cooperative', 0, 1)`,
    `INSERT INTO product (id, organisation_id, name, name_folded, images, standards, warnings, created_at)
      VALUES ('p', 'o', 'Chè', 'che', '[]', '[]', '[]', 1)`,
    `INSERT INTO batch (id, ref, lot, organisation_id, product_id, harvested_on, quantity_value,
      quantity_unit, markets, created_at) VALUES ('b', 'R', 'L', 'o', 'p', '[]', 1, 'kg', '[]', 1)`,
    `INSERT INTO certificate (id, organisation_id, kind, number, standard, expires_on, created_at)
      VALUES ('vg', 'o', 'vietgap', 'VG-1', 'TCVN 11892-1:2017', '2999-12-31', 5),
        ('old', 'o', 'vietgap', 'VG-0', NULL, '2020-12-31', 5),
        ('fsc', 'o', 'fsc', 'F-1', NULL, NULL, 5)`,
    `INSERT INTO certificate (id, organisation_id, site_id, kind, number, created_at)
      VALUES ('lost', 'o', 'no-such-site', 'vietgap', 'VG-9', 5)`,
    `INSERT INTO ocop_certificate (id, product_id, stars, certificate_no, issued_on, expires_on,
      revoked_on, created_at) VALUES ('oc', 'p', 4, 'OC-1', '2025-01-01', '2999-01-01', '2026-01-01', 6)`,
    `INSERT INTO lab_test (id, batch_id, analyte, result, laboratory, passed, created_at)
      VALUES ('ok', 'b', 'Chì', '0,1 mg/kg', 'PTN', 1, 7), ('bad', 'b', 'Cadimi', '1', NULL, 0, 7),
        ('open', 'b', 'Asen', '1', NULL, NULL, 7)`,
  ]
  for (const statement of kept) await client.execute(statement)
  for (const statement of statementsOf(tags[upgrade] ?? '')) await client.execute(statement)
  const { rows } =
    await client.execute(`SELECT id, kind, state, coalesce(number, issued_by) AS named,
    standard, verdict, revoked_on, remind_on, decided_at, declared_at FROM certification ORDER BY id`)
  const confirmed = { state: 'confirmed', declared_at: null }
  const test = { ...confirmed, kind: 'lab_test', decided_at: 7 }
  expect(rows.map((row) => ({ ...row }))).toMatchObject([
    { ...test, id: 'bad', verdict: 'failed' },
    { ...confirmed, id: 'fsc', kind: 'other', standard: 'fsc', remind_on: null },
    {
      ...confirmed,
      id: 'oc',
      kind: 'ocop',
      named: 'OC-1',
      revoked_on: '2026-01-01',
      remind_on: null,
    },
    { ...test, id: 'ok', verdict: 'passed', named: 'PTN' },
    { ...confirmed, id: 'old', kind: 'vietgap', remind_on: null },
    { ...test, id: 'open', verdict: null },
    { ...confirmed, id: 'vg', kind: 'vietgap', named: 'VG-1', remind_on: '2999-10-02' },
  ])
  const left = await client.execute('SELECT count(*) AS n FROM certificate')
  expect(left.rows[0]?.['n']).toBe(4)
  client.close()
})
