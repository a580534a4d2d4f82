import { expect, it } from 'vitest'
import { readSuccessionRecords } from '../../../worker/domain/lists/records/succession-records.ts'
import { readWorkbook } from '../../support/at-once.ts'

function read(text: string) {
  const reading = readWorkbook(new TextEncoder().encode(text), { fileName: 'nghi-quyet.csv' })
  if (!reading.ok) throw new Error(reading.problem.message)
  const result = readSuccessionRecords(reading.workbook)
  if (!result.ok) throw new Error(result.problem.message)
  return result
}

it('reads a list under the headings people use, and puts lost zeros back', () => {
  const { records, issues } = read(
    [
      'STT;Cấp hành chính;Mã ĐVHC cũ;Đơn vị cũ;Mã ĐVHC mới;Đơn vị mới;Mã tỉnh;Hiệu lực từ ngày;Nghị quyết',
      '1;Phường;2600;Xã Bảo Hà;2601;Phường Bảo Hà;15;1/9/2026;20/NQ-UBTVQH16',
      '2;Thành phố trực thuộc TW;1;Thành phố Hà Nội;01;Thành phố Hà Nội;;01/09/2026;20/NQ',
    ].join('\n'),
  )
  expect(issues).toEqual([])
  expect(records.map(({ record }) => record)).toEqual([
    {
      ...{ level: 'commune', oldCode: '02600', oldName: 'Xã Bảo Hà', newCode: '02601' },
      ...{ newName: 'Phường Bảo Hà', newProvinceCode: '15', effectiveOn: '2026-09-01' },
      document: '20/NQ-UBTVQH16',
    },
    expect.objectContaining({ level: 'province', oldCode: '01', newProvinceCode: null }),
  ])
})

it('tells the level by the code where the list does not, and refuses what is no code', () => {
  const { records, issues } = read(
    [
      'Mã cũ;Tên cũ;Mã mới;Tên mới;Ngày hiệu lực;Văn bản',
      '91;Tỉnh An Giang;92;Thành phố Cần Thơ;01/06/2026;1/NQ',
      '30001;Xã A;30002;Xã B;01/06/2026;1/NQ',
      '3000x;Xã A;300021;Xã B;01/06/2026;',
    ].join('\n'),
  )
  expect(records.map(({ record }) => record.level)).toEqual(['province', 'commune'])
  expect(issues.map(({ column }) => column)).toEqual(['Mã cũ', 'Mã mới', 'Văn bản'])
})
