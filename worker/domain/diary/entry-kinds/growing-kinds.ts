import { DIARY_CHOICES } from '../../../copy/diary-choices.ts'
import { DIARY_ENTRY as W } from '../../../copy/diary-entry.ts'
import { AREA, MASS_UNITS, NOTE, OPERATOR, TANKS } from './common-fields.ts'
import { type EntryKindDescription, FIELDS_OF_CROPS } from './entry-kind.ts'
import { amount, choice, date, duration, measure, product, text } from './field.ts'

export const PLANTING: EntryKindDescription = {
  at: ['growing_area', 'forest_lot', 'fish_pond', 'barn'],
  households: 'many',
  photo: 'optional',
  fields: [
    product({ label: W.seed, asked: 'required', list: 'seed' }),
    text({ name: 'variety', asked: 'expected', remembered: true }),
    measure({
      name: 'quantity',
      label: W.seedAmount,
      asked: 'expected',
      units: ['tree', 'kg', 'g', 'head', 'pack'],
      usual: { mass: 20_000, count: 5_000_000 },
    }),
    AREA,
    text({ name: 'supplier', remembered: true }),
    text({ name: 'lot' }),
    date({ name: 'expiresOn' }),
    OPERATOR,
    NOTE,
  ],
}

export const FERTILISER: EntryKindDescription = {
  at: FIELDS_OF_CROPS,
  households: 'many',
  photo: 'wanted',
  fields: [
    product({ asked: 'required', hint: W.productHint, list: 'fertiliser' }),
    amount({
      label: W.totalUsed,
      asked: 'expected',
      remembered: true,
      units: ['kg', 'sack', 'g', 'yen', 'ta', 't', 'l', 'ml', 'bottle', 'pack'],
      usual: { mass: 50_000, volume: 20_000, count: 1_000 },
    }),
    AREA,
    choice({
      name: 'category',
      asked: 'expected',
      remembered: true,
      choices: DIARY_CHOICES.fertiliserType,
    }),
    OPERATOR,
    choice({ name: 'method', remembered: true, choices: DIARY_CHOICES.fertiliserMethod }),
    measure({
      name: 'dose',
      remembered: true,
      units: ['kg/ha', 'kg/cong', 'kg/sao_bac', 'kg/sao_trung', 'l/ha', 'ml/binh16', 'g/binh16'],
    }),
    text({ name: 'equipment', remembered: true }),
    text({ name: 'reason' }),
    NOTE,
  ],
}

export const IRRIGATION: EntryKindDescription = {
  at: FIELDS_OF_CROPS,
  households: 'many',
  photo: 'optional',
  fields: [
    choice({
      name: 'source',
      asked: 'expected',
      remembered: true,
      choices: DIARY_CHOICES.waterSource,
    }),
    duration({ asked: 'expected', remembered: true, units: ['hour'], usual: 24 }),
    choice({ name: 'method', remembered: true, choices: DIARY_CHOICES.irrigationMethod }),
    measure({
      name: 'volumeM3',
      units: ['m3', 'l', ...TANKS],
      usual: { volume: 20_000_000 },
      metric: 'volumeM3',
    }),
    AREA,
    OPERATOR,
    NOTE,
  ],
}

export const PEST_MONITORING: EntryKindDescription = {
  at: FIELDS_OF_CROPS,
  households: 'many',
  photo: 'wanted',
  fields: [
    text({ name: 'pest', asked: 'required', remembered: true }),
    choice({ name: 'density', asked: 'required', choices: DIARY_CHOICES.density }),
    choice({ name: 'decision', asked: 'expected', choices: DIARY_CHOICES.pestDecision }),
    text({ name: 'stageOfCrop', remembered: true }),
    text({ name: 'operator', label: W.recordedBy, asked: 'expected', remembered: true }),
    NOTE,
  ],
}

export const FEED: EntryKindDescription = {
  at: ['fish_pond', 'barn'],
  households: 'many',
  photo: 'optional',
  fields: [
    product({ label: W.feedName, asked: 'required', list: 'feed' }),
    amount({
      label: W.totalUsed,
      asked: 'required',
      remembered: true,
      units: [...MASS_UNITS, 'sack'],
      usual: { mass: 50_000, count: 1_000 },
    }),
    text({ name: 'lot' }),
    OPERATOR,
    NOTE,
  ],
}

export const COMPOSTING: EntryKindDescription = {
  at: ['growing_area', 'forest_lot', 'barn'],
  households: 'many',
  photo: 'optional',
  fields: [
    text({ name: 'item', label: W.materials, asked: 'required', remembered: true }),
    amount({
      asked: 'expected',
      units: MASS_UNITS,
      usual: { mass: 200_000 },
    }),
    text({ name: 'method', asked: 'expected', remembered: true }),
    duration({ units: ['day', 'hour'], usual: 24 * 365 }),
    OPERATOR,
    NOTE,
  ],
}
