import { getTableColumns } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { site } from '../../../db/schema/index.ts'
import { CODE_SPEC } from '../../../worker/domain/lists/records/code-spec.ts'
import {
  LISTED_FACTS,
  PUBLISHED_FACTS,
  SITE_FACT_ENTRIES,
  SITE_FACT_NAMES,
} from '../../../worker/domain/sites/site-facts.ts'
import { toldInLog } from '../../../worker/domain/sites/told-in-log.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'
import { CODE_LIST_COLUMNS } from '../../../worker/verbs/exports/code-columns.ts'
import { siteValues } from '../../../worker/verbs/sites/site-values.ts'

describe('the plain facts of a site', () => {
  it('are columns of its table, with words in every language', () => {
    expect(Object.keys(getTableColumns(site))).toEqual(expect.arrayContaining([...SITE_FACT_NAMES]))
    for (const [, { label, logged, hint, published }] of SITE_FACT_ENTRIES) {
      for (const text of [label, logged, hint, published?.label, published?.column]) {
        for (const lang of LANGUAGES) expect(text?.[lang]).not.toBe('')
      }
    }
  })

  it('are never published where they tell of a person', () => {
    expect(PUBLISHED_FACTS).not.toEqual(expect.arrayContaining(['representative']))
    expect(PUBLISHED_FACTS).not.toEqual(expect.arrayContaining(['phone']))
    expect(toldInLog({ phone: '0912345678', areaHa: 2 })).toEqual({ phone: '…', areaHa: 2 })
  })

  it('are written into lists under headings that the reader of lists knows', () => {
    for (const name of LISTED_FACTS) {
      const spec = CODE_SPEC.columns.find(({ id }) => id === name)
      const known = [spec?.label ?? '', ...(spec?.synonyms ?? [])].map(foldVietnamese)
      const written = CODE_LIST_COLUMNS.map(({ heading }) =>
        foldVietnamese(heading.replace(/ \(.*\)$/, '')),
      )
      expect(written.some((heading) => known.includes(heading))).toBe(true)
    }
  })

  it('stay as they were where sites of the kind are not asked for them', () => {
    const nothing = Object.fromEntries(SITE_FACT_NAMES.map((name) => [name, null])) as never
    const place = { communeCode: null, communeName: null, provinceCode: null, provinceName: null }
    const values = siteValues({
      read: Object.assign({ name: 'Cơ sở A', details: {} }, nothing),
      place,
      kind: { id: 'packing_house', labelSlot: 'packing_house' },
      before: Object.assign({}, nothing, { householdCount: 12, capacityTPerDay: 5 }),
    })
    expect(values).toMatchObject({ householdCount: 12, capacityTPerDay: null })
  })
})
