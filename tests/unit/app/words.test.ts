import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const APP = new URL('../../../site/app/', import.meta.url).pathname
const WORDS = /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|\p{Script=Han}/u
/** Comments are for programmers, and may quote what a screen says. */
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

it('what people read in the app stands in worker/copy alone', () => {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  expect(files.length).toBeGreaterThan(80)
  const found = files.filter((name) =>
    WORDS.test(readFileSync(join(APP, name), 'utf8').replace(COMMENTS, '')),
  )
  expect(found).toEqual([])
})
