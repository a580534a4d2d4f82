import * as z from 'zod'
import { FIELD_FAULTS as F, tooLong, tooMany } from '../copy/field-faults.ts'
import { formatNumber, formatOn, formatQuantity } from '../copy/format.ts'
import { nameIn } from '../copy/names.ts'
import { parseArea } from '../lib/measure/area.ts'
import { decimalOfNumber, numberOfDecimal } from '../lib/measure/decimal.ts'
import { parseDecimal } from '../lib/measure/parse-decimal.ts'
import type { Language, LocalText, PartText } from '../lib/text/local-text.ts'
import { parseVietnameseDate } from '../lib/time/parse-vietnamese-date.ts'
import type { Field, FieldInput } from './field.ts'
import { fault, readText } from './read-text.ts'
import { told } from './told.ts'

type Given = Partial<Pick<Field<never>, 'fixed' | 'audit' | 'group' | 'sheet' | 'public'>> & {
  readonly label: LocalText
  readonly hint?: LocalText
  readonly initial?: string
  readonly row?: string
}

/** A line that must be there. */
export function line(given: Given & { max: number; code?: boolean }): Field<string> {
  const { max, code = false } = given
  const schema = readText({ max, code, read: (text) => text, blank: null })
  return simple(given, {
    schema,
    input: { required: true, maxlength: max, code },
    text: (value) => value,
  })
}

/** A line, or nothing. */
export function optionalLine(
  given: Given & { max: number; code?: boolean; inputmode?: 'numeric'; type?: 'tel' },
): Field<string | null> {
  const { max, code = false, inputmode, type } = given
  return simple(given, {
    schema: readText({ max, code, read: (text): string | null => text, blank: () => null }),
    input: {
      ...{ maxlength: max, code },
      ...(inputmode === undefined ? {} : { inputmode }),
      ...(type === undefined ? {} : { type }),
    },
    text: (value) => value ?? '',
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
  const isChoice = (text: string): text is V => Object.hasOwn(choices, text)
  return simple<V>(given, {
    schema: readText({
      max: 80,
      read: (text) => (isChoice(text) ? text : fault(F.notAChoice)),
      blank: null,
    }),
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
  const isChoice = (text: string): text is V => Object.hasOwn(choices, text)
  const field = simple<V | null>(given, {
    schema: readText({
      max: 80,
      read: (text): V | null => (isChoice(text) ? text : fault(F.notAChoice)),
      blank: () => null,
    }),
    input: { type: 'select', choices },
    text: (value) => value ?? '',
    show: (value, lang) => (value === null ? '' : nameIn(choices, value, lang)),
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
  return simple<string | null>(given, {
    schema: readText({ max: 40, read: (text): string | null => dayOf(text), blank: () => null }),
    input: { type: 'date' },
    text: (value) => value ?? '',
    show: (value, lang) => (value === null ? '' : formatOn(value, lang)),
  })
}

/** Larger than any province: a slip of the unit. */
const LARGEST_HA = 10_000_000

/** An area in hectares as people write it (`2,5`, `2.5 ha`, `1 công`), or nothing. */
export function optionalArea(given: Given): Field<number | null> {
  return measured(given, 'ha', (text) => {
    const reading = parseArea(text, { defaultUnit: 'ha' })
    if (!reading.ok) {
      return fault({ ...F.notAnArea, vi: `${reading.reason} ${F.areaExample.vi}` })
    }
    const value = numberOfDecimal(reading.areaHa)
    return value <= LARGEST_HA ? value : fault(F.areaTooLarge)
  })
}

/** A number from 0 with a decimal comma or point, or nothing. `unit` is said beside it. */
export function optionalDecimal(given: Given & { unit: string | null }): Field<number | null> {
  return measured(given, given.unit, (text) => {
    const value = numberIn(text, F.notANumber)
    return value >= 0 && value < 1e12 ? value : fault(F.notANumber)
  })
}

/** A number above 0 that must be there. */
export function amount(given: Given): Field<number> {
  const read = (text: string) => {
    const value = numberIn(text, F.notANumber)
    return value > 0 && value < 1e12 ? value : fault(F.notANumber)
  }
  return simple<number>(given, {
    schema: readText({ max: 100, read, blank: null }),
    input: { inputmode: 'decimal', required: true },
    text: typedNumber,
    show: formatNumber,
  })
}

/** A whole number from 0, or nothing. */
export function optionalCount(given: Given): Field<number | null> {
  const field = measured(given, null, (text) => {
    const value = numberIn(text, F.notACount)
    return Number.isSafeInteger(value) && value >= 0 ? value : fault(F.notACount)
  })
  return { ...field, inputs: field.inputs.map((input) => ({ ...input, inputmode: 'numeric' })) }
}

/** A whole number above 0 that must be there. */
export function count(given: Given): Field<number> {
  const read = (text: string) => {
    const value = numberIn(text, F.notACount)
    return Number.isSafeInteger(value) && value > 0 ? value : fault(F.notACount)
  }
  return simple<number>(given, {
    schema: readText({ max: 100, read, blank: null }),
    input: { inputmode: 'numeric', required: true },
    text: typedNumber,
    show: formatNumber,
  })
}

/** A number as people write it; in Vietnamese the reader says what it stumbled over. */
function numberIn(text: string, wrong: LocalText): number {
  const reading = parseDecimal(text)
  return reading.ok ? numberOfDecimal(reading.value) : fault({ ...wrong, vi: reading.reason })
}

/** A telephone number as people write it, or nothing. Its value is never in the log. */
export function optionalPhone(given: Given): Field<string | null> {
  return simple<string | null>(
    { audit: 'hidden', ...given },
    {
      schema: readText({
        max: 40,
        read: (text): string | null =>
          /^\+?[\d ().-]{6,20}$/.test(text) ? text : fault(F.notAPhone),
        blank: () => null,
      }),
      input: { type: 'tel' },
      text: (value) => value ?? '',
    },
  )
}

/** What follows the name of a field that is asked in each language. */
const LANGUAGE_SUFFIXES = [
  ['Vi', 'vi'],
  ['En', 'en'],
  ['Zh', 'zh'],
] as const

/** A text in three languages, asked with three questions. */
export function localText(
  given: Given & { max: number; labels: Readonly<Record<Language, LocalText>> },
): Field<LocalText> {
  const { max, labels } = given
  const schema = readText({ max, read: (text) => text, blank: null })
  return {
    ...frame<LocalText>(given),
    inputs: LANGUAGE_SUFFIXES.map(([suffix, lang]) => ({
      suffix,
      label: labels[lang],
      required: true,
      maxlength: max,
    })),
    shape: (name) =>
      Object.fromEntries(LANGUAGE_SUFFIXES.map(([suffix]) => [`${name}${suffix}`, schema])),
    collect: (name, read) => {
      const part = (suffix: string) => String(read[`${name}${suffix}`])
      return { vi: part('Vi'), en: part('En'), zh: part('Zh') }
    },
    texts: ({ vi, en, zh }) => ({ Vi: vi, En: en, Zh: zh }),
    show: (value, lang) => value[lang],
  }
}

/** A longer text in as many languages as people have it in, asked with three questions. */
export function optionalLocalText(
  given: Given & { max: number; labels: Readonly<Record<Language, LocalText>> },
): Field<PartText | null> {
  const { max, labels } = given
  const schema = readText({ max, read: (text): string | null => text, blank: () => null })
  return {
    ...frame<PartText | null>(given),
    inputs: LANGUAGE_SUFFIXES.map(([suffix, lang]) => ({
      suffix,
      label: labels[lang],
      type: 'textarea',
      maxlength: max,
    })),
    shape: (name) =>
      Object.fromEntries(LANGUAGE_SUFFIXES.map(([suffix]) => [`${name}${suffix}`, schema])),
    collect: (name, read) => {
      const said = LANGUAGE_SUFFIXES.flatMap(([suffix, lang]) => {
        const text = read[`${name}${suffix}`]
        return typeof text === 'string' ? [[lang, text]] : []
      })
      return said.length === 0 ? null : Object.fromEntries(said)
    },
    texts: (value) => ({ Vi: value?.vi ?? '', En: value?.en ?? '', Zh: value?.zh ?? '' }),
    show: (value, lang) => value?.[lang] ?? value?.vi ?? '',
  }
}

function measured(
  given: Given,
  unit: string | null,
  read: (text: string) => number,
): Field<number | null> {
  const field = simple<number | null>(given, {
    schema: z.preprocess(
      // Programs send numbers.
      (value) => (typeof value === 'number' ? typedNumber(value) : value),
      readText({ max: 100, read: (text): number | null => read(text), blank: () => null }),
    ),
    input: { inputmode: 'decimal' },
    text: (value) => (value === null ? '' : typedNumber(value)),
    show: (value, lang) => {
      if (value === null) return ''
      return unit === null ? formatNumber(value, lang) : formatQuantity({ value, unit }, lang)
    },
  })
  return { ...field, json: z.number().meta({ minimum: 0, maximum: 1e12 }).nullish() }
}

/** As a person types it, and as it is read back: `1234,5` could not be mistaken for anything else. */
function typedNumber(value: number): string {
  return (decimalOfNumber(value) ?? '').replace('.', ',')
}

/** A field asked with one question. */
export function simple<T>(
  given: Given,
  rest: {
    readonly schema: z.ZodType<T, string | null | undefined>
    readonly input: Omit<FieldInput, 'suffix' | 'label' | 'hint'>
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

function frame<T>({ label, fixed, audit, group, sheet, public: seen }: Given) {
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
