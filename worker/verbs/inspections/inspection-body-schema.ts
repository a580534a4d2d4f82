import * as z from 'zod'
import { MINUTES_FAULTS as F } from '../../copy/inspection-faults.ts'
import { FINDING_SEVERITIES } from '../../domain/findings/kinds.ts'
import { LONGEST_ANSWER } from '../../domain/inspections/answers.ts'
import { FORM_BOUNDS } from '../../domain/inspections/form/form.ts'
import {
  INSPECTION_KINDS,
  INSPECTION_OUTCOMES,
  MINUTES_BOUNDS,
  PROPOSAL_REASONS,
} from '../../domain/inspections/kinds.ts'
import {
  LISTED_NAME,
  type ListedRule,
  RULE_LIST_BOUNDS,
  RULE_LISTS,
  type RuleList,
  type RuleLists,
} from '../../domain/inspections/rules/rule-lists.ts'
import { SIGNATURE_BOUNDS, SIGNATURE_FIELD } from '../../domain/inspections/signature.ts'
import { told } from '../../resources/told.ts'
import { calendarDateField } from '../guard/fields.ts'

const id = z.string().min(1).max(80)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const line = z.string().max(200)
const prose = z.string().max(MINUTES_BOUNDS.text)
const point = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyM: z.number().min(0).max(1_000_000).nullish(),
})

const signature = z
  .array(
    z
      .array(z.int().min(0).max(Math.max(SIGNATURE_FIELD.width, SIGNATURE_FIELD.height)))
      .max(SIGNATURE_BOUNDS.numbers),
  )
  .max(SIGNATURE_BOUNDS.strokes)
  .refine(
    (strokes) => strokes.reduce((sum, { length }) => sum + length, 0) <= SIGNATURE_BOUNDS.numbers,
  )
  .meta({ description: 'Strokes of points x, y, x, y … on a field of 1,000 by 400.' })

const listedRule = z.strictObject({
  name: z.string().regex(LISTED_NAME),
  label: z.strictObject({
    vi: z.string().max(RULE_LIST_BOUNDS.label).optional(),
    en: z.string().max(RULE_LIST_BOUNDS.label).optional(),
    zh: z.string().max(RULE_LIST_BOUNDS.label).optional(),
  }),
})

const ruleList = z.array(listedRule).max(RULE_LIST_BOUNDS.entries).optional()

const ruleLists = z
  .strictObject({
    ...{ pests: ruleList, checks: ruleList, papers: ruleList },
    ...{ treatments: ruleList, limits: ruleList, banned: ruleList },
  } satisfies Record<RuleList, unknown>)
  .meta({ description: 'What the markets of the place asked when the inspection was prepared.' })

const answer = z.union([
  z.string().max(LONGEST_ANSWER),
  z.number(),
  z.array(z.string().max(64)).max(FORM_BOUNDS.choices),
  point,
])

const findingSchema = z.strictObject({
  question: id.nullish().meta({ description: 'The question whose answer it is.' }),
  severity: z.enum(FINDING_SEVERITIES),
  text: prose,
  action: prose.meta({ description: 'What is to be done.' }),
  dueOn: calendarDateField,
  photos: z.array(hash).max(MINUTES_BOUNDS.findingPhotos).optional(),
})

const followUpSchema = z.strictObject({
  findingId: id,
  mended: z.boolean(),
  text: prose.min(1, told(F.noText)).meta({ description: 'What the second look showed.' }),
  dueOn: calendarDateField.nullish().meta({ description: 'A new day for what is not mended.' }),
})

/** The minutes of an inspection as a device kept them. The form named says what `answers` may be. */
export const inspectionBodySchema = z
  .strictObject({
    formVersionId: id.meta({ description: 'The version of the form that was filled in.' }),
    siteId: id.nullish(),
    code: line.nullish().meta({ description: 'Of the place, as typed; needed without `siteId`.' }),
    visitId: id.nullish().meta({ description: 'The visit of a plan that it fulfils.' }),
    kind: z.enum(INSPECTION_KINDS),
    outcome: z.enum(INSPECTION_OUTCOMES),
    conclusion: prose.nullish(),
    rules: ruleLists.nullish(),
    answers: z.record(z.string().max(FORM_BOUNDS.name), answer),
    findings: z.array(findingSchema).max(MINUTES_BOUNDS.findings),
    followUps: z
      .array(followUpSchema)
      .max(MINUTES_BOUNDS.followUps)
      // Put right and not put right in one signature would be both.
      .refine(
        (looks) => new Set(looks.map(({ findingId }) => findingId)).size === looks.length,
        told(F.followedTwice),
      )
      .optional(),
    proposal: z
      .strictObject({ reasonCode: z.enum(PROPOSAL_REASONS), reason: z.string().min(1).max(500) })
      .nullish()
      .meta({ description: 'That the code be suspended; an officer decides.' }),
    place: point.nullish().meta({ description: 'Where the device stood.' }),
    inspector: z.strictObject({
      name: line.min(1, told(F.noName)),
      position: line.nullish(),
      signature,
    }),
    holder: z.strictObject({
      name: line.min(1, told(F.noName)),
      position: line.nullish(),
      signature: signature.nullish(),
      whyUnsigned: line.nullish().meta({ description: 'Why the other side did not sign.' }),
    }),
    paper: z
      .strictObject({ scans: z.array(hash).min(1).max(MINUTES_BOUNDS.scans) })
      .nullish()
      .meta({ description: 'Photos of the sheet that was signed by hand, where nobody drew.' }),
  })
  .refine(({ siteId, code }) => (siteId ?? code ?? '') !== '', {
    path: ['siteId'],
    ...told(F.noSite),
  })
  .meta({ id: 'InspectionBody' })

export type InspectionBody = z.output<typeof inspectionBodySchema>

/** The photos that minutes show: those of answers, of findings and of the signed sheet, each once. */
export function photosOfInspection({ answers, findings, paper }: InspectionBody): string[] {
  const answered = Object.values(answers).flatMap((value) =>
    Array.isArray(value) ? value.filter((each) => HASH.test(each)) : [],
  )
  const found = findings.flatMap(({ photos = [] }) => photos)
  return [...new Set([...answered, ...found, ...(paper?.scans ?? [])])]
}

const HASH = /^[0-9a-f]{64}$/

/** The rules that minutes were written by, as they came; null where the device had none. */
export function rulesOfInspection({ rules }: InspectionBody): RuleLists | null {
  if (rules == null) return null
  return Object.fromEntries(
    RULE_LISTS.flatMap((list) => {
      const entries = rules[list]
      return entries === undefined ? [] : [[list, entries.map(listedRuleOf)]]
    }),
  )
}

function listedRuleOf({ name, label }: z.output<typeof listedRule>): ListedRule {
  const said = Object.entries(label).flatMap(([lang, text]): [string, string][] =>
    text === undefined ? [] : [[lang, text]],
  )
  return { name, label: Object.fromEntries(said) }
}
