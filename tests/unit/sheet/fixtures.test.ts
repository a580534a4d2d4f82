import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FIXTURES, fixturePath } from '../../support/sheets/make-fixtures.ts'

describe('fixtures on disk', () => {
  it.each(Object.entries(FIXTURES))('%s is what the script makes', (name, make) => {
    expect(new Uint8Array(readFileSync(fixturePath(name)))).toEqual(make())
  })
})
