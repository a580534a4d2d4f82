import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableRowsHtml } from '../../../site/view/table-rows.ts'

const columns = [{ name: 'Mã "số"' }, { name: 'Diện tích', number: true }]

describe('the rows of a list', () => {
  it('let no text of a cell become markup', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, href, small) => {
        const rows = [[{ text: `<b>${text}`, href: `/x"${href}`, small: `<i>${small}` }, { text }]]
        const html = tableRowsHtml({ columns, rows, lang: 'vi' })
        expect(html).not.toMatch(/<b>|<i>/)
        const tags = html.match(/<\/?([a-z]+)/g) ?? []
        const ours = ['<tr', '<th', '<a', '</a', '<small', '</small', '</th', '<td', '</td', '</tr']
        expect(tags).toEqual(ours)
      }),
    )
  })

  it('name their first cell as the head of the row, and each other by its column', () => {
    const rows = [[{ text: 'VN-1', code: true }, { text: '2,5' }, { text: '' }]]
    const html = tableRowsHtml({ columns: [...columns, { name: '' }], rows, lang: 'vi' })
    expect(html).toBe(
      '<tr role="row"><th scope="row" role="rowheader" class="code">VN-1</th>' +
        '<td role="cell" data-name="Diện tích" class="num">2,5</td>' +
        '<td role="cell" class="blank"></td></tr>',
    )
  })

  it('tell a status by a mark and by words', () => {
    const statuses = [{ name: 'Trung Quốc', status: 'suspended' as const }]
    const html = tableRowsHtml({
      columns,
      rows: [[{ text: 'x' }, { text: '', statuses }]],
      lang: 'vi',
    })
    expect(html).toContain('Trung Quốc <span class="tag bad">')
    expect(html).toContain('tạm dừng')
    expect(html).not.toContain('blank')
  })
})
