import { describe, expect, it } from 'vitest'
import type { DetailModel } from '../../../site/models/records.ts'
import { say } from '../../../worker/routes/portal/say.ts'
import { chipsOf } from '../../../worker/routes/portal/show-list-page.ts'
import { column, tableOf } from '../../../worker/routes/portal/table-of.ts'

const NAME = { vi: 'Tên', en: 'Name', zh: '名称' }

describe('what a handler writes', () => {
  it('is said in the language of the reader, however deep it stands', () => {
    const said = { facts: [{ label: NAME, text: null }], sections: [{ id: 'a', title: NAME }] }
    expect(say<Pick<DetailModel, 'facts' | 'sections'>>(said, 'zh')).toEqual({
      facts: [{ label: '名称', text: null }],
      sections: [{ id: 'a', title: '名称' }],
    })
  })

  it('leaves out what stands under a condition that does not hold', () => {
    const said = { links: [false, null, { href: '/a', text: NAME }], code: undefined } as const
    const spoken = say<Pick<DetailModel, 'links' | 'code'>>(said, 'vi')
    expect(spoken).toStrictEqual({ links: [{ href: '/a', text: 'Tên' }] })
  })
})

describe('a table by its columns', () => {
  it('tells of each row what each column asks of it, and nothing as an empty cell', () => {
    const columns = [
      column(NAME, ({ name }: { name: string | null }) => name),
      column('n', () => ({ text: '1', href: '/1' }), 'number'),
    ]
    expect(say(tableOf([{ name: 'x' }, { name: null }], { columns, empty: NAME }), 'en')).toEqual({
      columns: [{ name: 'Name' }, { name: 'n', number: true }],
      rows: [
        [{ text: 'x' }, { text: '1', href: '/1' }],
        [{ text: '' }, { text: '1', href: '/1' }],
      ],
      empty: 'Name',
    })
  })
})

describe('ways to see a list', () => {
  it('are an address each, one of them perhaps the bare one, with what is asked beside', () => {
    const names = { open: NAME, closed: NAME }
    const given = { path: '/l', names, now: 'closed', bare: 'open', kept: { site: 's' } } as const
    expect(chipsOf(['open', 'closed'], given)).toEqual([
      { href: '/l?site=s', text: NAME, current: false },
      { href: '/l?state=closed&site=s', text: NAME, current: true },
    ])
  })
})
