import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parseEntryBody } from '../../../worker/domain/diary/parse-entry-body.ts'
import { entryBodySchema } from '../../../worker/verbs/diary/entry-body-schema.ts'

const SPRAY = {
  siteId: 'site-1',
  kind: 'plant_protection',
  values: { product: 'Anvil 5SC', dose: { value: 25, unit: 'ml/binh16' }, intervalDays: 14 },
}

describe('the description of an entry’s body', () => {
  it('takes what the reading takes and refuses what no kind asks', () => {
    expect(entryBodySchema.safeParse(SPRAY).success).toBe(true)
    expect(parseEntryBody(SPRAY.kind, SPRAY).ok).toBe(true)
    for (const wrong of [
      { ...SPRAY, kind: 'dancing' },
      { ...SPRAY, values: {} },
      { ...SPRAY, values: { ...SPRAY.values, brix: 18 } },
      { ...SPRAY, values: { ...SPRAY.values, dose: { value: 25, unit: 'spoon' } } },
    ]) {
      expect(entryBodySchema.safeParse(wrong).success).toBe(false)
      expect(parseEntryBody(wrong.kind, wrong).ok).toBe(false)
    }
  })

  it('can be said as JSON Schema', () => {
    expect(JSON.stringify(z.toJSONSchema(entryBodySchema))).toContain('ml/binh16')
  })
})
