import * as z from 'zod'
import { FIELD_FAULTS as F, tooLong, tooMany } from '../copy/field-faults.ts'
import { formatOn } from '../copy/format.ts'
import { nameIn } from '../copy/names.ts'
import type { Language, LocalText } from '../lib/text/local-text.ts'
import { parseVietnameseDate } from '../lib/time/parse-vietnamese-date.ts'
import { choiceIn } from './choice-in.ts'
import type { Field, FieldInput } from './field.ts'
import { fault, readText } from './read-text.ts'
import { told } from './told.ts'

/** What every field is given beside what it holds. */
export type Given = Partial<
  Pick<Field<never>, 'fixed' | 'audit' | 'group' | 'sheet' | 'public'>
> & {
  readonly label: LocalText
  readonly hint?: LocalText
  readonly initial?: string
  readonly row?: string
}

/** A line that must be there. */
export function line(given: Given & { max: number; code?: boolean }): Field<string> {
  const { max, code = false } = given
  const schema = readText({ max, code, read: onOneLine, blank: null })
  return simple(given, {
    schema,
    input: { required: true, maxlength: max, code },
    text: (value) => value,
  })
}

/** Codes keep their blanks; a line has no second one, whoever sends it without a page. */
function onOneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

/** A line, or nothing. */
export function optionalLine(
  given: Given & { max: number; code?: boolean; inputmode?: 'numeric'; type?: 'tel' },
): Field<string | null> {
  const { max, code = false, inputmode, type } = given
  return optionallyRead(given, {
    ...{ max, code, read: onOneLine },
    input: {
      ...{ maxlength: max, code },
      ...(inputmode === undefined ? {} : { inputmode }),
      ...(type === undefined ? {} : { type }),
    },
  })
}

/** Lines, one under the other; programs send them as a list. */
export function lines(
  given: Given & {
    max: number
    most: number
    /** `checks`: chosen among what the page offers. */
    type?: 'textarea' | 'checks'
    required?: boolean
    code?: boolean
  },
): Field<readonly string[]> {
  const { max, most, type = 'textarea', required = false, code = false } = given
  const one = readText({ max, read: (text) => text, blank: null })
  const asList = (value: unknown) =>
    typeof value === 'string' ? value.split(/[\r\n]+/).filter((text) => text.trim() !== '') : value
  return {
    ...simple<readonly string[]>(given, {
      schema: z.preprocess(
        (value) => asList(value) ?? [],
        z.array(one).max(most, told(tooMany(most))),
      ),
      input: { type, required, code },
      text: textOfLines,
    }),
    json: z
      .array(z.string().meta({ minLength: 1, maxLength: max }))
      .meta({ maxItems: most })
      .optional(),
  }
}

function textOfLines(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : ''
}

/** One of a closed list; what each value is called stands in the table. */
export function choice<V extends string>(
  given: Given & { choices: Readonly<Record<V, LocalText>> },
): Field<V> {
  const { choices } = given
  return simple<V>(given, {
    schema: readText({ max: 80, read: (text) => choiceIn(choices, text), blank: null }),
    input: { type: 'select', required: true, choices },
    text: (value) => value,
    show: (value, lang) => nameIn(choices, value, lang),
  })
}

/** One of a closed list, or nothing. */
export function optionalChoice<V extends string>(
  given: Given & { choices: Readonly<Record<V, LocalText>> },
): Field<V | null> {
  const { choices } = given
  const field = optionallyRead<V>(given, {
    max: 80,
    read: (text) => choiceIn(choices, text),
    input: { type: 'select', choices },
    show: (value, lang) => nameIn(choices, value, lang),
  })
  return {
    ...field,
    json: z
      .string()
      .meta({ enum: Object.keys(choices) })
      .nullish(),
  }
}

/** A day as people write it (`05/03/2026`). */
export function day(given: Given): Field<string> {
  return simple<string>(given, {
    schema: readText({ max: 40, read: dayOf, blank: null }),
    input: { type: 'date', required: true },
    text: (value) => value,
    show: (value, lang) => formatOn(value, lang),
  })
}

function dayOf(text: string): string {
  const reading = parseVietnameseDate(text)
  return reading.ok ? reading.on : fault(F.notADay)
}

/** A day, or nothing. */
export function optionalDay(given: Given): Field<string | null> {
  return optionallyRead(given, { max: 40, read: dayOf, input: { type: 'date' }, show: formatOn })
}

/** A telephone number as people write it, or nothing. Its value is never in the log. */
export function optionalPhone(given: Given): Field<string | null> {
  return optionallyRead(
    { audit: 'hidden', ...given },
    {
      max: 40,
      read: (text) => (/^\+?[\d ().-]{6,20}$/.test(text) ? text : fault(F.notAPhone)),
      input: { type: 'tel' },
    },
  )
}

const EMAIL = z.email()

/** An address for letters, or nothing; `odd` is said of what is none. */
export function optionalEmail(given: Given & { odd: LocalText }): Field<string | null> {
  const read = (text: string) => {
    const address = text.toLowerCase()
    return EMAIL.safeParse(address).success ? address : fault(given.odd)
  }
  return optionallyRead(given, { max: 200, read, input: { type: 'email', maxlength: 200 } })
}

/** A field asked with one question, whose text is kept as `read` gives it, or nothing. */
export function optionallyRead<T extends string>(
  given: Given,
  rest: {
    readonly max: number
    readonly code?: boolean
    readonly read: (text: string) => T
    readonly input: AskedOnce
    readonly show?: (value: T, lang: Language) => string
  },
): Field<T | null> {
  const { max, code = false, read, input, show = (value) => value } = rest
  return simple<T | null>(given, {
    schema: readText({ max, code, read: (text): T | null => read(text), blank: () => null }),
    input,
    text: (value) => value ?? '',
    show: (value, lang) => (value === null ? '' : show(value, lang)),
  })
}

/** A question beside what every field is given. */
type AskedOnce = Omit<FieldInput, 'suffix' | 'label' | 'hint'>

/** A field asked with one question. */
export function simple<T>(
  given: Given,
  rest: {
    readonly schema: z.ZodType<T, string | null | undefined>
    readonly input: AskedOnce
    readonly text: (value: T) => string
    readonly show?: (value: T, lang: Language) => string
  },
): Field<T> {
  const { label, hint, initial, row } = given
  const { schema, input, text, show } = rest
  return {
    ...frame<T>(given),
    inputs: [
      {
        suffix: '',
        label,
        ...input,
        ...(hint === undefined ? {} : { hint }),
        ...(initial === undefined ? {} : { initial }),
        ...(row === undefined ? {} : { row }),
      },
    ],
    shape: (name) => ({ [name]: schema }),
    // The schema of the same name read it.
    collect: (name, read) => read[name] as T,
    texts: (value) => ({ '': text(value) }),
    show: show ?? ((value) => text(value)),
  }
}

/** What a field has whatever it holds. */
export function frame<T>({ label, fixed, audit, group, sheet, public: seen }: Given) {
  return {
    label,
    fixed: fixed ?? false,
    audit: audit ?? 'shown',
    group: group ?? '',
    sheet: sheet ?? null,
    public: seen ?? [],
  } satisfies Partial<Field<T>>
}

export { tooLong, z }
