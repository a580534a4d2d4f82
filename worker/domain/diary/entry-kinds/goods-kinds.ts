import { DIARY_CHOICES } from '../../../copy/diary-choices.ts'
import { DIARY_ENTRY as W } from '../../../copy/diary-entry.ts'
import { MASS_UNITS, NOTE, OPERATOR } from './common-fields.ts'
import type { EntryKindDescription } from './entry-kind.ts'
import { amount, choice, duration, measure, product, text } from './field.ts'

const GOODS_UNITS = [...MASS_UNITS, 'fruit', 'head', 'box', 'crate', 'sack'] as const

export const HARVEST: EntryKindDescription = {
  at: ['growing_area', 'forest_lot', 'fish_pond', 'barn'],
  households: 'one',
  photo: 'wanted',
  fields: [
    amount({
      label: W.amountHarvested,
      asked: 'required',
      units: GOODS_UNITS,
      usual: { mass: 100_000, count: 200_000 },
    }),
    text({ name: 'crop', remembered: true }),
    text({ name: 'plot', remembered: true }),
    OPERATOR,
    choice({ name: 'method', remembered: true, choices: DIARY_CHOICES.harvestMethod }),
    text({ name: 'grade', remembered: true }),
    text({ name: 'lot' }),
    NOTE,
  ],
}

export const PURCHASE: EntryKindDescription = {
  at: ['packing_house', 'growing_area', 'fish_pond', 'barn', 'forest_lot'],
  households: 'one',
  photo: 'optional',
  fields: [
    text({ name: 'crop', asked: 'required', remembered: true }),
    amount({
      label: W.amountBought,
      asked: 'required',
      units: GOODS_UNITS,
      usual: { mass: 500_000, count: 200_000 },
    }),
    text({ name: 'supplier', label: W.supplierName, asked: 'expected', remembered: true }),
    text({ name: 'documentNo' }),
    text({ name: 'vehicle' }),
    text({ name: 'lot' }),
    NOTE,
  ],
}

export const PROCESSING: EntryKindDescription = {
  at: ['packing_house', 'growing_area', 'fish_pond', 'barn', 'forest_lot'],
  households: 'none',
  photo: 'wanted',
  fields: [
    choice({
      name: 'step',
      asked: 'required',
      remembered: true,
      choices: DIARY_CHOICES.processingStep,
    }),
    measure({
      name: 'inputKg',
      asked: 'expected',
      units: MASS_UNITS,
      usual: { mass: 500_000 },
      metric: 'inputKg',
    }),
    amount({
      label: W.amountOut,
      asked: 'expected',
      units: MASS_UNITS,
      usual: { mass: 500_000 },
    }),
    measure({ name: 'rejectKg', units: MASS_UNITS, usual: { mass: 100_000 }, metric: 'rejectKg' }),
    text({ name: 'temperature', most: 40, remembered: true }),
    duration({ units: ['hour', 'day'], usual: 24 * 365 }),
    text({ name: 'lot' }),
    text({ name: 'equipment', remembered: true }),
    OPERATOR,
    NOTE,
  ],
}

export const PACKING: EntryKindDescription = {
  at: ['packing_house', 'growing_area', 'fish_pond', 'barn', 'forest_lot'],
  households: 'none',
  photo: 'wanted',
  fields: [
    amount({
      label: W.amountPacked,
      asked: 'required',
      units: [...MASS_UNITS, 'box', 'crate', 'bag', 'pack', 'jar', 'bottle', 'sack'],
      usual: { mass: 500_000, count: 500_000 },
    }),
    text({ name: 'packaging', asked: 'expected', remembered: true }),
    text({ name: 'lot', asked: 'expected' }),
    text({ name: 'grade', remembered: true }),
    OPERATOR,
    NOTE,
  ],
}

export const TREATMENT: EntryKindDescription = {
  at: ['packing_house'],
  households: 'none',
  photo: 'optional',
  fields: [
    choice({
      name: 'method',
      asked: 'required',
      remembered: true,
      choices: DIARY_CHOICES.quarantineTreatment,
    }),
    text({ name: 'temperature', most: 40, asked: 'expected', remembered: true }),
    duration({
      label: W.treatmentHours,
      asked: 'expected',
      units: ['hour', 'day'],
      usual: 24 * 60,
    }),
    product({ list: 'any' }),
    text({ name: 'place', remembered: true }),
    text({ name: 'documentNo' }),
    text({ name: 'lot' }),
    NOTE,
  ],
}

export const STORAGE: EntryKindDescription = {
  at: ['packing_house', 'growing_area', 'fish_pond', 'barn', 'forest_lot'],
  households: 'none',
  photo: 'optional',
  fields: [
    text({ name: 'place', asked: 'required', remembered: true }),
    amount({
      asked: 'expected',
      units: [...MASS_UNITS, 'box', 'crate', 'sack'],
      usual: { mass: 1_000_000, count: 500_000 },
    }),
    text({ name: 'temperature', most: 40, asked: 'expected', remembered: true }),
    text({ name: 'lot' }),
    NOTE,
  ],
}

export const TRANSPORT: EntryKindDescription = {
  at: ['packing_house', 'growing_area', 'fish_pond', 'barn', 'forest_lot'],
  households: 'none',
  photo: 'optional',
  fields: [
    text({ name: 'to', asked: 'required', remembered: true }),
    text({ name: 'from', remembered: true }),
    amount({
      asked: 'expected',
      units: [...MASS_UNITS, 'box', 'crate', 'sack'],
      usual: { mass: 500_000, count: 500_000 },
    }),
    text({ name: 'vehicle', asked: 'expected', remembered: true }),
    text({ name: 'temperature', most: 40, remembered: true }),
    text({ name: 'lot' }),
    text({ name: 'documentNo' }),
    NOTE,
  ],
}
