import type { MapBox } from '../../../../db/queries/site-map.ts'
import { FIELD_FAULTS } from '../../../copy/field-faults.ts'
import { MARKETS, marketName } from '../../../copy/markets.ts'
import { codeStatusName } from '../../../copy/names.ts'
import { AREA_MAP_COPY as W } from '../../../copy/portal/area-map.ts'
import { OUTLINE_QUESTIONS } from '../../../domain/sites/outline-question.ts'
import type { CodeStatus } from '../../../domain/standing/types.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { Choice, FormInput } from '../../../resources/form-input.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { invalidField } from '../../../verbs/guard/parse-input.ts'
import type { MapQuestion } from '../../../verbs/map/map-filter.ts'
import { type MapChoices, mapChoices } from '../../../verbs/map/read-map.ts'
import type { Portal } from '../portal-route.ts'

/** How an address asks: by these names. */
export const ASKED_NAMES = ['province', 'commune', 'crop', 'market', 'status', 'outline'] as const
type AskedName = (typeof ASKED_NAMES)[number]

const LONGEST = 80

const STATUSES = [
  'active',
  'pending_foreign_approval',
  'suspended',
  'revoked',
  'expired',
  'cancelled',
] as const satisfies readonly CodeStatus[]

/** What an address asks of the map; what it does not know is not asked. */
export function askedOf({ c, ctx }: Portal): MapQuestion {
  const given = (name: AskedName) => (c.req.query(name) ?? '').trim().slice(0, LONGEST)
  const crop = given('crop')
  const numbered = (name: AskedName, digits: RegExp) => {
    const text = given(name)
    return digits.test(text) ? text : null
  }
  const outline = OUTLINE_QUESTIONS.find((each) => each === given('outline')) ?? null
  const hidden = outline === 'overlapping' && !mayAny(ctx.actor, 'patterns.read')
  return {
    provinceCode: numbered('province', /^\d{2}$/),
    communeCode: numbered('commune', /^\d{5}$/),
    crop: crop === '' ? null : crop,
    market: Object.keys(MARKETS).find((each) => each === given('market')) ?? null,
    status: STATUSES.find((each) => each === given('status')) ?? null,
    outline: hidden ? null : outline,
  }
}

/** The same as texts of a form and of an address. */
export function textsOf(asked: MapQuestion): Record<AskedName, string> {
  const { provinceCode, communeCode, crop, market, status, outline } = asked
  return {
    ...{ province: provinceCode ?? '', commune: communeCode ?? '', crop: crop ?? '' },
    ...{ market: market ?? '', status: status ?? '', outline: outline ?? '' },
  }
}

/** An address that asks the same, with what is asked otherwise. */
export function hrefOf(
  path: string,
  asked: MapQuestion,
  otherwise: Partial<Record<AskedName | 'cursor', string>> = {},
): string {
  const texts = Object.entries({ ...textsOf(asked), ...otherwise })
  const query = new URLSearchParams(texts.filter(([, text]) => text !== ''))
  return query.size === 0 ? path : `${path}?${query}`
}

/** The questions of map and list, those most asked first. */
export async function inputsFor(
  { ctx, lang }: Portal,
  asked: MapQuestion,
): Promise<readonly FormInput[]> {
  const { provinces, communes } = await mapChoices(ctx, asked)
  const places = [
    ...placeInput('province', W.province[lang], provinces),
    ...placeInput('commune', W.commune[lang], communes),
  ]
  const outlines = OUTLINE_QUESTIONS.filter(
    (each) => each !== 'overlapping' || mayAny(ctx.actor, 'patterns.read'),
  )
  return [
    ...places,
    { name: 'crop', label: W.crop[lang], hint: W.cropHint[lang], maxlength: LONGEST },
    select(
      'status',
      W.status[lang],
      STATUSES.map((value) => ({ value, text: codeStatusName(value, lang) })),
    ),
    select('market', W.market[lang], marketChoices(lang)),
    select(
      'outline',
      W.outline[lang],
      outlines.map((value) => ({ value, text: W[value][lang] })),
    ),
  ]
}

function placeInput(
  name: AskedName,
  label: string,
  units: MapChoices['communes'],
): readonly FormInput[] {
  if (units.length === 0) return []
  return [
    select(
      name,
      label,
      units.map(({ code, name: text }) => ({ value: code, text })),
    ),
  ]
}

function select(name: AskedName, label: string, choices: readonly Choice[]): FormInput {
  return { name, label, type: 'select', choices }
}

function marketChoices(lang: Language): Choice[] {
  return Object.keys(MARKETS).map((value) => ({ value, text: marketName(value, lang) }))
}

/** Wider than any screen at the scale from which outlines are drawn. */
const WIDEST_PART = 1.5

/** The part of the map an address asks for, `box=west,south,east,north` in degrees. */
export function askedBox({ c }: Portal): MapBox {
  const sides = (c.req.query('box') ?? '').split(',').map(Number)
  const [west = NaN, south = NaN, east = NaN, north = NaN] = sides
  const fits = (from: number, to: number) => to >= from && to - from <= WIDEST_PART
  const isPart = sides.length === 4 && sides.every((side) => Math.abs(side) <= 180)
  if (isPart && fits(west, east) && fits(south, north)) return { west, south, east, north }
  throw invalidField('box', FIELD_FAULTS.notAChoice)
}
