import { DIARY_CHOICES } from '../../../copy/diary-choices.ts'
import { DIARY_ENTRY as W } from '../../../copy/diary-entry.ts'
import { AREA, MASS_UNITS, NOTE, OPERATOR, TANKS, VOLUME_UNITS } from './common-fields.ts'
import { type EntryKindDescription, FIELDS_OF_CROPS } from './entry-kind.ts'
import { choice, count, measure, product, span, text, time } from './field.ts'

/** Longer than any registered interval: a larger number is a slip of the pen. */
const LONGEST_DAYS = 730
const USUAL_DAYS = 90

/** More than any label asks: 20 litres or kilograms a hectare, 50 ml or g a litre. */
const USUAL_SPRAY = {
  'volume/area': 20,
  'mass/area': 20,
  'volume/volume': 0.05,
  'mass/volume': 0.05,
}

/** Spraying: what a code asks for (date, active ingredient, dose, applicator, pest, interval) and GlobalG.A.P. CB.7.3. */
export const PLANT_PROTECTION: EntryKindDescription = {
  at: FIELDS_OF_CROPS,
  households: 'many',
  photo: 'wanted',
  fields: [
    product({ asked: 'required', hint: W.productHint, list: 'protection' }),
    text({ name: 'activeIngredient', asked: 'expected', remembered: true }),
    measure({
      name: 'dose',
      asked: 'expected',
      remembered: true,
      units: [
        'ml/binh16',
        'g/binh16',
        'ml/binh18',
        'g/binh18',
        'ml/binh20',
        'g/binh20',
        'ml/binh25',
        'g/binh25',
        'ml/phuy200',
        'g/phuy200',
        'ml/l',
        'g/l',
        'ml/cong',
        'g/cong',
        'ml/sao_bac',
        'g/sao_bac',
        'ml/sao_trung',
        'g/sao_trung',
        'l/ha',
        'ml/ha',
        'kg/ha',
        'g/ha',
        'percent',
      ],
      usual: { share: 5 },
      usualRate: USUAL_SPRAY,
    }),
    text({ name: 'targetPest', asked: 'expected', remembered: true }),
    daysUntilUse('intervalDays'),
    AREA,
    OPERATOR,
    measure({
      name: 'waterVolumeL',
      remembered: true,
      units: ['l', ...TANKS, 'm3'],
      usual: { volume: 50_000 },
      metric: 'waterVolumeL',
    }),
    measure({
      name: 'quantity',
      label: W.totalUsed,
      units: ['ml', 'l', 'g', 'kg', 'bottle', 'pack'],
      usual: { volume: 200, mass: 200, count: 500 },
    }),
    span({
      name: 'reentryHours',
      hint: W.reentryHint,
      remembered: true,
      unit: 'hour',
      most: 720,
      usual: 96,
    }),
    time({ name: 'time' }),
    choice({ name: 'method', remembered: true, choices: DIARY_CHOICES.sprayMethod }),
    text({ name: 'equipment', remembered: true }),
    choice({ name: 'weather', choices: DIARY_CHOICES.weather }),
    text({ name: 'reason' }),
    NOTE,
  ],
}

const WITHDRAWAL = daysUntilUse('withdrawalDays')

/** How long after it nothing may be taken for food. */
function daysUntilUse(name: 'intervalDays' | 'withdrawalDays') {
  return span({
    name,
    asked: 'expected',
    hint: W.intervalHint,
    remembered: true,
    unit: 'day',
    most: LONGEST_DAYS,
    usual: USUAL_DAYS,
  })
}

export const VETERINARY: EntryKindDescription = {
  at: ['barn'],
  households: 'many',
  photo: 'wanted',
  fields: [
    product({ label: W.medicine, asked: 'required', hint: W.productHint, list: 'veterinary' }),
    text({ name: 'activeIngredient', remembered: true }),
    text({ name: 'disease', asked: 'expected', remembered: true }),
    count({ name: 'heads', asked: 'expected', most: 10_000_000, usual: 100_000 }),
    measure({
      name: 'dose',
      asked: 'expected',
      remembered: true,
      units: ['ml', 'g', 'ml/kg', 'g/kg', 'g/t', 'ml/l', 'g/l'],
      usual: { volume: 10, mass: 10 },
    }),
    WITHDRAWAL,
    OPERATOR,
    choice({ name: 'method', remembered: true, choices: DIARY_CHOICES.veterinaryMethod }),
    measure({
      name: 'quantity',
      label: W.totalUsed,
      units: ['ml', 'l', 'g', 'kg', 'bottle', 'pack'],
      usual: { volume: 200, mass: 200, count: 500 },
    }),
    text({ name: 'lot' }),
    NOTE,
  ],
}

export const POND_TREATMENT: EntryKindDescription = {
  at: ['fish_pond'],
  households: 'many',
  photo: 'wanted',
  fields: [
    product({ label: W.medicine, asked: 'required', hint: W.productHint, list: 'veterinary' }),
    text({ name: 'activeIngredient', remembered: true }),
    text({ name: 'disease', asked: 'expected', remembered: true }),
    measure({
      name: 'dose',
      asked: 'expected',
      remembered: true,
      units: ['g/m3', 'ml/m3', 'kg/ha', 'l/ha', 'g/kg', 'g/t'],
    }),
    WITHDRAWAL,
    AREA,
    OPERATOR,
    measure({
      name: 'quantity',
      label: W.totalUsed,
      units: [...MASS_UNITS, ...VOLUME_UNITS, 'bottle', 'pack'],
      usual: { volume: 2_000, mass: 20_000, count: 500 },
    }),
    text({ name: 'lot' }),
    NOTE,
  ],
}
