import * as z from 'zod'
import { FIELD_FAULTS } from '../../../copy/field-faults.ts'
import {
  NEAR_ANSWERS,
  NEAR_KINDS,
  type NearAnswer,
  type NearKind,
} from '../../../domain/lists/records/near-answers.ts'
import type { HolderKind } from '../../../domain/lists/vocabulary/code-terms.ts'
import { parseMarkets } from '../../../domain/lists/vocabulary/markets.ts'
import type { VerbContext } from '../../context.ts'
import { invalidField, parseInput } from '../../guard/parse-input.ts'
import { rereadUpload } from './reread-upload.ts'
import type { UploadOptions } from './upload-options.ts'

/** What can be chosen for all rows of a kind at once. */
export const CHOICES = [
  ...NEAR_KINDS,
  'market',
  'province',
  'siteKind',
  'holderKind',
  'nothing',
] as const
export type ChoiceAbout = (typeof CHOICES)[number]

/** Kinds of organisations a list may leave open. */
export const CHOSEN_HOLDER_KINDS = [
  'household',
  'cooperative',
  'cooperative_group',
  'company',
  'farm',
  'state',
] as const satisfies readonly HolderKind[]

const MOST_BY_THEMSELVES = 200
const KEY_CHARACTERS = 700
const answer = z.enum(NEAR_ANSWERS)

const fields = z.object({
  about: z.enum(CHOICES),
  /** For all rows of the kind; empty to leave them open. */
  all: z.string().max(200),
  /** For some questions of the kind by their keys. */
  each: z.array(z.tuple([z.string().max(KEY_CHARACTERS), z.string()])).max(MOST_BY_THEMSELVES),
})

/**
 * Chooses for all rows of a kind, or for some of them, and has the list read so; `nothing` drops what
 * was chosen before. Gives the job. Throws `invalid_input` for what is none of the choices.
 */
export function chooseForKind(
  ctx: VerbContext,
  { id, ...rest }: { readonly id: string } & z.input<typeof fields>,
): Promise<string> {
  const input = parseInput(fields, rest)
  return rereadUpload(ctx, { id, optionsOf: ({ options }) => chosen(options, input) })
}

function chosen(options: UploadOptions, input: z.output<typeof fields>): UploadOptions {
  const { about, all } = input
  switch (about) {
    case 'nothing':
      return {
        ...{ province: null, markets: [] },
        ...(options.convertText === undefined ? {} : { convertText: options.convertText }),
        ...(options.mends === undefined ? {} : { mends: options.mends }),
      }
    case 'market': {
      const reading = parseMarkets(all)
      if (!reading.ok) throw notAChoice()
      return { ...options, markets: reading.markets }
    }
    case 'province':
      if (all.trim() === '') throw notAChoice()
      return { ...options, province: all.trim() }
    case 'siteKind':
      return { ...options, siteKind: oneOf(['growing_area', 'packing_house'], all) }
    case 'holderKind':
      return { ...options, holderKind: oneOf(CHOSEN_HOLDER_KINDS, all) }
    case 'similar_holder':
    case 'similar_code':
      return { ...options, answers: { ...options.answers, [about]: answersOf(options, input) } }
  }
}

function answersOf(options: UploadOptions, input: z.output<typeof fields>) {
  const { about, all, each } = input
  const before = options.answers?.[about as NearKind]
  const given = each.flatMap(([key, value]): [string, NearAnswer][] => {
    const read = answer.safeParse(value)
    return read.success ? [[key, read.data]] : []
  })
  const kept = { ...before?.each, ...Object.fromEntries(given) }
  if (Object.keys(kept).length > MOST_BY_THEMSELVES) throw notAChoice()
  return { all: all === '' ? (before?.all ?? null) : oneOf(NEAR_ANSWERS, all), each: kept }
}

function oneOf<T extends string>(choices: readonly T[], text: string): T {
  const found = choices.find((choice) => choice === text)
  if (found === undefined) throw notAChoice()
  return found
}

function notAChoice() {
  return invalidField('all', FIELD_FAULTS.notAChoice)
}
