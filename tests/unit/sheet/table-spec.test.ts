import { expect, test } from 'vitest'
import { tableSpec } from '../../../worker/lib/sheet/table/table-spec.ts'

test('a column stands under its id, its first name is its label and the rest are what else it is called', () => {
  const spec = tableSpec({
    id: 'trees',
    title: 'danh sách cây',
    keyColumn: 'code',
    required: ['code'],
    columns: {
      code: ['Mã cây', 'Mã số | Mã', 'Code'],
      areaHa: { names: ['Diện tích'], additive: 'area' },
    },
  })
  expect(spec.keyColumn).toBe('code')
  expect(spec.columns).toEqual([
    { id: 'code', label: 'Mã cây', required: true, synonyms: ['Mã số', 'Mã', 'Code'] },
    { id: 'areaHa', label: 'Diện tích', required: false, synonyms: [], additive: 'area' },
  ])
})
