import { DIARY_CHOICES } from '../../../copy/diary-choices.ts'
import { DIARY_ENTRY as W } from '../../../copy/diary-entry.ts'
import { MASS_UNITS, NOTE, OPERATOR } from './common-fields.ts'
import type { EntryKindDescription } from './entry-kind.ts'
import { choice, measure, product, text } from './field.ts'

const GOODS_UNITS = [...MASS_UNITS, 'fruit', 'head', 'box', 'crate', 'sack'] as const

export const HARVEST: EntryKindDescription = {
  at: ['growing_area', 'forest_lot', 'fish_pond', 'barn'],
  households: 'one',
  photo: 'wanted',
  fields: [
    measure({
      name: 'quantity',
      label: W.amountHarvested,
      asked: 'required',
      units: GOODS_UNITS,
      usual: { mass: 100_000, count: 200_000 },
      metric: 'quantityKg',
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
    measure({
      name: 'quantity',
      label: W.amountBought,
      asked: 'required',
      units: GOODS_UNITS,
      usual: { mass: 500_000, count: 200_000 },
      metric: 'quantityKg',
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
    measure({
      name: 'quantity',
      label: W.amountOut,
      asked: 'expected',
      units: MASS_UNITS,
      usual: { mass: 500_000 },
      metric: 'quantityKg',
    }),
    measure({ name: 'rejectKg', units: MASS_UNITS, usual: { mass: 100_000 }, metric: 'rejectKg' }),
    text({ name: 'temperature', most: 40, remembered: true }),
    measure({
      name: 'durationHours',
      units: ['hour', 'day'],
      usual: { time: 24 * 365 },
      metric: 'durationHours',
    }),
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
    measure({
      name: 'quantity',
      label: W.amountPacked,
      asked: 'required',
      units: [...MASS_UNITS, 'box', 'crate', 'bag', 'pack', 'jar', 'bottle', 'sack'],
      usual: { mass: 500_000, count: 500_000 },
      metric: 'quantityKg',
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
    measure({
      name: 'durationHours',
      label: W.treatmentHours,
      asked: 'expected',
      units: ['hour', 'day'],
      usual: { time: 24 * 60 },
      metric: 'durationHours',
    }),
    product({ name: 'product', remembered: true, list: 'any' }),
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
    measure({
      name: 'quantity',
      asked: 'expected',
      units: [...MASS_UNITS, 'box', 'crate', 'sack'],
      usual: { mass: 1_000_000, count: 500_000 },
      metric: 'quantityKg',
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
    measure({
      name: 'quantity',
      asked: 'expected',
      units: [...MASS_UNITS, 'box', 'crate', 'sack'],
      usual: { mass: 500_000, count: 500_000 },
      metric: 'quantityKg',
    }),
    text({ name: 'vehicle', asked: 'expected', remembered: true }),
    text({ name: 'temperature', most: 40, remembered: true }),
    text({ name: 'lot' }),
    text({ name: 'documentNo' }),
    NOTE,
  ],
}
