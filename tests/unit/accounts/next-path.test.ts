import { expect, it } from 'vitest'
import { nextPath } from '../../../worker/routes/portal/account/next-path.ts'

it.each([
  ['/portal/batches?lot=L-7', '/portal/batches?lot=L-7'],
  ['/app/', '/app/'],
  ['/app/queue', '/app/queue'],
])('somebody who signs in goes on to %s', (text, path) => {
  expect(nextPath(text)).toBe(path)
})

it.each([
  '/portal/../o/x',
  '/app/../o/x',
  '/apples',
  '//app.example/app/',
  '/app\\..\\x',
  'https://app.example/app/',
  '/portal/sign-out',
  '/codes',
])('nobody is led to %s by signing in', (text) => {
  expect(nextPath(text)).toBe('/portal')
})
