import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url).pathname
const LAYERS = ['verbs', 'routes', 'http', 'platform', 'jobs', 'resources']
/** Letters that only Vietnamese has, and Chinese ones. */
const WORDS = /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|\p{Script=Han}/u

/** What may keep its words where it stands, with why. */
const EXEMPT: readonly (readonly [file: RegExp, why: string])[] = [
  [
    /^routes\/(?:public|issuing|outbox)\/.*(?:contract|scan-paths|openapi-document)\.ts$/,
    'the description of the API: technical documentation, beside what it describes',
  ],
  [
    /^verbs\/exports\/code-(?:columns|list-rows)\.ts$/,
    'headings and statuses of written lists: what the reader of lists looks for',
  ],
  [/^resources\/household\.ts$/, 'headings by which lists of households are read'],
]

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The strings and templates of a file with their lines; comments and expressions are for programmers. */
function textsOf(file: string): { readonly text: string; readonly line: number }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const texts: { text: string; line: number }[] = []
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isTemplateHead(node)
    ) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      texts.push({ text: node.text, line: line + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return texts
}

it('words people read stand in worker/copy alone', () => {
  const worker = join(ROOT, 'worker')
  const files = LAYERS.flatMap((layer) => sources(join('worker', layer)))
  const inline = files.flatMap((file) => {
    const name = relative(worker, file)
    if (EXEMPT.some(([exempt]) => exempt.test(name))) return []
    return textsOf(file)
      .filter(({ text }) => WORDS.test(text))
      .map(({ text, line }) => `${name}:${line} ${text}`)
  })
  expect(files.length).toBeGreaterThan(400)
  expect(inline).toEqual([])
})

it('nothing is exempt that has no words', () => {
  const worker = join(ROOT, 'worker')
  const files = LAYERS.flatMap((layer) => sources(join('worker', layer)))
  const idle = EXEMPT.filter(
    ([exempt]) =>
      !files.some(
        (file) =>
          exempt.test(relative(worker, file)) && textsOf(file).some(({ text }) => WORDS.test(text)),
      ),
  )
  expect(idle.map(([, why]) => why)).toEqual([])
})
