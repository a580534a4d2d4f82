import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const SITE = new URL('../../../site', import.meta.url).pathname
const FILES = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\w\.astro$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(SITE, name), 'utf8') }))

it('a page is found by the kind of its model', () => {
  const pages = FILES.filter(({ name }) => name.startsWith('pages/'))
  expect(pages.length).toBeGreaterThan(50)
  for (const { name, text } of pages) {
    const kind = /pageModel\(Astro\.locals, '([^']+)'\)/.exec(text)?.[1]
    expect([name, `pages/${kind}.astro`]).toEqual([name, name])
  }
})

it('pages and components ask for their model, properties and slots, and for no address or request', () => {
  const known = /^(?:locals|props|slots\.has)$/
  for (const { name, text } of FILES) {
    const asked = [...text.matchAll(/\bAstro\.(slots\.\w+|\w+)/g)].map(([, what = '']) => what)
    expect([name, asked.filter((what) => !known.test(what))]).toEqual([name, []])
  }
})

it('no page has an island, nor a style or script that Astro would have to put into its head', () => {
  for (const { name, text } of FILES) {
    const markup = text.slice(text.indexOf('---', 3) + 3)
    expect([name, markup.match(/\bclient:\w+|\bserver:defer\b/g)]).toEqual([name, null])
    const own = [...markup.matchAll(/<(?:style|script)\b[^>]*>/g)].map(([tag]) => tag)
    expect([name, own.filter((tag) => !/is:inline|set:html/.test(tag))]).toEqual([name, []])
  }
})
