import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { expect, it } from 'vitest'
import { decodeText } from '../../../db/decode-text.ts'
import { isAsRead } from '../../../db/queries/is-as-read.ts'

const db = drizzle(createClient({ url: ':memory:' }))

it.each(['61eda08062', 'ff', '5b2aeda0803f5d', 'e1bb', 'f58080', '6180', 'eda080edb080'])(
  'holds for the bytes %s as they are read, and not for others',
  async (hex) => {
    const read = decodeText(Buffer.from(hex, 'hex'))
    const holds = async (bytes: string, text: string) => {
      const stored = sql.raw(`CAST(x'${bytes}' AS TEXT)`)
      const [row] = await db.all<{ holds: number }>(sql`SELECT ${isAsRead(stored, text)} AS holds`)
      return row?.holds
    }
    expect(read).toContain('\ufffd')
    expect(await holds(hex, read)).toBe(1)
    expect(await holds(`${hex}7a`, `${read}y`)).toBe(0)
    expect(await holds('7a', `a${read}`)).toBe(0)
    expect(await holds('2a', '*')).toBe(1)
    expect(await holds('7a', '*')).toBe(0)
  },
)
