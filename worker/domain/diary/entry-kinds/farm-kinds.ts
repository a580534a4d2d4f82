import { DIARY_CHOICES } from '../../../copy/diary-choices.ts'
import { DIARY_ENTRY as W } from '../../../copy/diary-entry.ts'
import { NOTE, OPERATOR } from './common-fields.ts'
import { type EntryKindDescription, EVERYWHERE } from './entry-kind.ts'
import { amount, choice, count, date, duration, product, text } from './field.ts'

export const INPUT_PURCHASE: EntryKindDescription = {
  at: EVERYWHERE,
  households: 'many',
  photo: 'wanted',
  fields: [
    choice({
      name: 'category',
      asked: 'required',
      remembered: true,
      choices: DIARY_CHOICES.inputType,
    }),
    product({ asked: 'required', hint: W.productHint, list: 'any' }),
    amount({
      label: W.amountBought,
      asked: 'required',
      units: ['kg', 'g', 't', 'l', 'ml', 'bottle', 'pack', 'sack', 'box', 'tree', 'head', 'piece'],
      usual: { mass: 100_000, volume: 20_000, count: 1_000_000 },
    }),
    text({ name: 'supplier', label: W.supplierName, asked: 'expected', remembered: true }),
    text({ name: 'sellerAddress', remembered: true }),
    text({ name: 'lot', asked: 'expected' }),
    date({ name: 'expiresOn', asked: 'expected' }),
    text({ name: 'registrationNo', remembered: true }),
    text({ name: 'documentNo' }),
    NOTE,
  ],
}

export const WASTE: EntryKindDescription = {
  at: EVERYWHERE,
  households: 'many',
  photo: 'wanted',
  fields: [
    choice({
      name: 'category',
      asked: 'required',
      remembered: true,
      choices: DIARY_CHOICES.wasteType,
    }),
    amount({
      asked: 'expected',
      units: ['kg', 'g', 'piece', 'bag', 'sack'],
      usual: { mass: 5_000, count: 10_000 },
    }),
    choice({
      name: 'action',
      asked: 'required',
      remembered: true,
      choices: DIARY_CHOICES.wasteAction,
    }),
    text({ name: 'collectionPoint', asked: 'expected', remembered: true }),
    OPERATOR,
    NOTE,
  ],
}

export const TRAINING: EntryKindDescription = {
  at: EVERYWHERE,
  households: 'many',
  photo: 'wanted',
  fields: [
    text({ name: 'topic', asked: 'required' }),
    text({ name: 'trainer', asked: 'expected', remembered: true }),
    count({ name: 'attendees', asked: 'expected', most: 10_000, usual: 500 }),
    duration({ units: ['hour', 'day'], usual: 24 * 14 }),
    text({ name: 'place' }),
    NOTE,
  ],
}

export const EQUIPMENT: EntryKindDescription = {
  at: EVERYWHERE,
  households: 'many',
  photo: 'optional',
  fields: [
    text({ name: 'item', asked: 'required', remembered: true }),
    choice({
      name: 'action',
      asked: 'required',
      remembered: true,
      choices: DIARY_CHOICES.equipmentAction,
    }),
    text({ name: 'result' }),
    OPERATOR,
    NOTE,
  ],
}

export const SITE_ASSESSMENT: EntryKindDescription = {
  at: EVERYWHERE,
  households: 'none',
  photo: 'optional',
  fields: [
    text({ name: 'item', label: W.whatDone, asked: 'required' }),
    text({ name: 'hazard', asked: 'expected' }),
    text({ name: 'result', asked: 'required' }),
    text({ name: 'action' }),
    text({ name: 'documentNo' }),
    OPERATOR,
    NOTE,
  ],
}

export const SELF_CHECK: EntryKindDescription = {
  at: EVERYWHERE,
  households: 'many',
  photo: 'optional',
  fields: [
    text({ name: 'criterion', asked: 'required' }),
    choice({ name: 'result', asked: 'required', choices: DIARY_CHOICES.result }),
    text({ name: 'action' }),
    OPERATOR,
    NOTE,
  ],
}

export const INCIDENT: EntryKindDescription = {
  at: EVERYWHERE,
  households: 'many',
  photo: 'wanted',
  fields: [
    choice({ name: 'category', asked: 'required', choices: DIARY_CHOICES.incidentType }),
    text({ name: 'topic', asked: 'required', most: 500 }),
    text({ name: 'source' }),
    text({ name: 'action', asked: 'expected' }),
    NOTE,
  ],
}

export const OTHER: EntryKindDescription = {
  at: EVERYWHERE,
  households: 'many',
  photo: 'wanted',
  fields: [
    text({ name: 'topic', label: W.whatDone, asked: 'required', remembered: true }),
    OPERATOR,
    NOTE,
  ],
}
