import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { listNotices } from '../../../worker/verbs/notices/list-notices.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, NOW } from '../../support/factories.ts'
import { decide as decideIn, laterContext as laterContextOf } from './notices-support.ts'
import { publicApp } from './support.ts'

const database = freshDatabase()
const laterContext = async () => laterContextOf((await database).db)
const decide = async (input: Parameters<typeof decideIn>[1]) => decideIn((await database).db, input)

describe('GET /api/v1/notices.atom', () => {
  /** Element paths and texts of a document; throws when it is not well-formed. */
  function readXml(
    xml: string,
  ): { path: string; text: string; attributes: Record<string, string> }[] {
    const parser = new SaxesParser()
    const open: { path: string; text: string; attributes: Record<string, string> }[] = []
    const done: typeof open = []
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      const parent = open.at(-1)
      open.push({
        path: parent === undefined ? name : `${parent.path}/${name}`,
        text: '',
        attributes,
      })
    })
    parser.on('text', (text) => {
      const last = open.at(-1)
      if (last !== undefined) last.text += text
    })
    parser.on('closetag', () => {
      const element = open.pop()
      if (element !== undefined) done.push(element)
    })
    parser.write(xml).close()
    return done
  }

  it('is well-formed and complete (RFC 4287 4.1), whatever was written in a notice', async () => {
    const { db } = await database
    const made = await makeCode(await laterContext())
    const nasty = '<script>&"\' ]]> \u0000\u0007\ufffe \u{1f96d}'
    await decide({
      codeId: made.id,
      status: 'suspended',
      wording: { vi: nasty, en: nasty, zh: nasty },
    })
    const response = await publicApp(db).ask('/api/v1/notices.atom')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const elements = readXml(await response.text())
    const texts = (path: string) => elements.filter((e) => e.path === path).map((e) => e.text)
    const list = await listNotices({ db, cursor: null, limit: 50 })
    expect(texts('feed/author/name')).toEqual(['Sở thử <nghiệm>'])
    expect(texts('feed/id')).toEqual(['tag:tem.example.vn,2026:notices'])
    expect(texts('feed/entry/id')).toEqual(
      list.items.map((item) => `tag:tem.example.vn,2026:notice:${item.id}`),
    )
    expect(texts('feed/entry/title').every((title) => title !== '')).toBe(true)
    const updated = texts('feed/entry/updated')
    expect(updated).toEqual(list.items.map((item) => item.withdrawnAt ?? item.recordedAt))
    expect(texts('feed/updated')).toEqual([updated.toSorted().at(-1)])
    expect(texts('feed/entry/summary')[0]).toContain(
      '<script>&"\' ]]> \ufffd\ufffd\ufffd \u{1f96d}',
    )
    const links = elements
      .filter((e) => e.path === 'feed/entry/link')
      .map((e) => e.attributes['href'])
    expect(links[0]).toBe(`https://tem.example.vn/codes/${made.code}`)
  })

  it('answers the list’s own address when it is asked for Atom, in the language asked for', async () => {
    const { db } = await database
    const app = publicApp(db)
    const type = async (accept: string, path = '/api/v1/notices') =>
      (await app.ask(path, { headers: { accept } })).headers.get('content-type')?.split(';')[0]
    expect(await type('application/atom+xml')).toBe('application/atom+xml')
    expect(await type('application/atom+xml, application/json;q=0.5')).toBe('application/atom+xml')
    expect(await type('application/json')).toBe('application/json')
    expect(await type('*/*')).toBe('application/json')
    const english = await (await app.ask('/api/v1/notices.atom?lang=en')).text()
    expect(english).toContain('xml:lang="en"')
    expect(english).toContain('<title>Suspensions, revocations and recalls</title>')
  })

  it('is a valid feed with nothing in it', async () => {
    const { db } = await freshDatabaseOnce
    const elements = readXml(await (await publicApp(db).ask('/api/v1/notices.atom')).text())
    expect(elements.filter((e) => e.path === 'feed/updated').map((e) => e.text)).toEqual([
      new Date(NOW).toISOString(),
    ])
    expect(elements.some((e) => e.path === 'feed/entry')).toBe(false)
  })
})

const freshDatabaseOnce = freshDatabase()
