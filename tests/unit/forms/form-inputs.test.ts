import { describe, expect, it } from 'vitest'
import { line, lines } from '../../../worker/resources/fields.ts'
import { formInputs } from '../../../worker/resources/form.ts'

const label = { vi: 'Hỏi', en: 'Asked', zh: '问' }
const THING = {
  fields: {
    siteId: line({ label, max: 60 }),
    markets: lines({ label, max: 10, most: 30, type: 'checks' }),
    note: line({ label, max: 200 }),
  },
}

describe('inputs of a form', () => {
  it('offer what only the page knows, as the field is asked or as a list to choose from', () => {
    const choices = [{ value: 'a', text: 'A' }]
    const inputs = formInputs(THING, { lang: 'vi', choices: { siteId: choices, markets: choices } })
    expect(inputs.map(({ name, type, choices: offered }) => [name, type, offered])).toEqual([
      ['siteId', 'select', choices],
      ['markets', 'checks', choices],
      ['note', undefined, undefined],
    ])
  })

  it('leave out what is not asked', () => {
    const inputs = formInputs(THING, { lang: 'vi', without: ['siteId', 'markets'] })
    expect(inputs.map(({ name }) => name)).toEqual(['note'])
  })
})
