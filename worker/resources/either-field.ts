import type { LocalText } from '../lib/text/local-text.ts'
import { choiceIn } from './choice-in.ts'
import type { Field } from './field.ts'
import { type Given, simple } from './fields.ts'
import { readText } from './read-text.ts'

/** One of two, each in its own words, the first unless somebody says otherwise; `true` is the second. */
export function either(given: Given & { first: LocalText; second: LocalText }): Field<boolean> {
  const { first, second } = given
  const choices = { no: first, yes: second }
  return simple<boolean>(
    { initial: 'no', ...given },
    {
      schema: readText({
        max: 200,
        read: (text) => choiceIn(choices, text) === 'yes',
        blank: () => false,
      }),
      input: { type: 'select', required: true, choices },
      text: (value) => (value ? 'yes' : 'no'),
      show: (value, lang) => (value ? second : first)[lang],
    },
  )
}
