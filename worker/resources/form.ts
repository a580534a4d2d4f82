import type { Language, LocalText } from '../lib/text/local-text.ts'
import type { Choice, FormInput } from './form-input.ts'
import { fieldsOf } from './resource.ts'

/** What a form asks of a thing, as a page lays it out; `editing` leaves out what is settled. */
export function formInputs(
  described: { readonly fields: object; readonly groups?: Readonly<Record<string, LocalText>> },
  asked: {
    readonly lang: Language
    readonly editing?: boolean
    readonly group?: string
    /** What may be chosen where only the page knows it, by input name. */
    readonly choices?: Readonly<Record<string, readonly Choice[]>>
    /** Inputs that are not asked. */
    readonly without?: readonly string[]
  },
): FormInput[] {
  const { lang, editing = false, group, choices: offered = {}, without = [] } = asked
  const inputs = fieldsOf(described)
    .filter(([, field]) => !(editing && field.fixed))
    .filter(([, field]) => group === undefined || field.group === group)
    .flatMap(([name, field]) =>
      field.inputs.map(({ suffix, label, hint, choices, initial: _, ...input }) => ({
        ...input,
        name: `${name}${suffix}`,
        label: label[lang],
        ...(hint === undefined ? {} : { hint: hint[lang] }),
        ...(choices === undefined ? {} : { choices: choicesIn(choices, lang) }),
        ...headingOf(described.groups?.[field.group]?.[lang]),
      })),
    )
  return inputs
    .filter(({ name }) => !without.includes(name))
    .map((input) => ({ ...input, ...chosenAmong(offered[input.name], input) }))
}

function chosenAmong(choices: readonly Choice[] | undefined, { type = 'select' }: FormInput) {
  return choices === undefined ? {} : { type, choices }
}

/** What a form of something new says before anybody answered. */
export function initialTexts(described: { readonly fields: object }): Record<string, string> {
  const texts = fieldsOf(described).flatMap(([name, field]) =>
    field.inputs.flatMap(({ suffix, initial }) =>
      initial === undefined ? [] : [[`${name}${suffix}`, initial]],
    ),
  )
  return Object.fromEntries(texts)
}

function headingOf(group: string | undefined) {
  return group === undefined ? {} : { group }
}

function choicesIn(choices: object, lang: Language) {
  return Object.entries(choices).map(([value, text]) => ({ value, text: text[lang] }))
}
