import type { Done, FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { INSPECTION_KIND_NAMES } from '../../../copy/portal/inspections.ts'
import { MINUTES_STEP_NAMES, MINUTES_COPY as W } from '../../../copy/portal/minutes.ts'
import { saidIn } from '../../../domain/inspections/form/form.ts'
import { FINDING_FIELDS, fieldsOfStep } from '../../../domain/inspections/page-fields.ts'
import { dayOf, MINUTES_STEPS, type MinutesStep } from '../../../domain/inspections/page-texts.ts'
import { newFinding } from '../../../domain/inspections/read-minutes.ts'
import { type PageReading, stepOfField } from '../../../domain/inspections/read-page.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { Problem } from '../../../verbs/errors.ts'
import { openInspection } from '../../../verbs/inspections/show-inspection.ts'
import { type AroundDraft, aroundDraft } from '../../../verbs/minutes/around-draft.ts'
import { finishMinutes } from '../../../verbs/minutes/finish-minutes.ts'
import { mayPropose } from '../../../verbs/minutes/may-propose.ts'
import { type OpenedDraft, openDraft, readDraft } from '../../../verbs/minutes/open-draft.ts'
import { type GivenPhotos, saveStep } from '../../../verbs/minutes/save-step.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import { inspectionPath } from '../inspections/inspection-path.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { filesOf } from '../sites/form-text.ts'
import { DRAFTS_PATH, stepPath } from './paths.ts'
import { stepInputs } from './step-inputs.ts'

/** A few photos of a telephone at once. */
const FORM_BYTES = 40 * 1024 * 1024

type Loaded = {
  readonly step: MinutesStep
  readonly opened: OpenedDraft
  readonly reading: PageReading
  readonly around: AroundDraft
  readonly mayPropose: boolean
}

/** The pages of minutes; whoever sends one again after they were finished is led to the minutes. */
export const stepForms: readonly PortalRoute[] = MINUTES_STEPS.flatMap((step) =>
  stepForm(step).map((route) =>
    route.may === 'anyone'
      ? route
      : { ...route, handle: (portal: Portal) => unlessFinished(portal, route.handle) },
  ),
)

function stepForm(step: MinutesStep) {
  return formRoute<Loaded>({
    path: `${DRAFTS_PATH}/:id/${step}`,
    may: 'inspections.write',
    maxBytes: FORM_BYTES,
    load: (portal) => load(portal, step),
    values: valuesOf,
    stamp: ({ opened }) => ({ expected: String(opened.row.version) }),
    act: (portal, loaded) => act(portal, loaded),
    page: (portal, { loaded, form }) => pageOf(portal, loaded, form),
  })
}

async function load({ param, ctx }: Portal, step: MinutesStep): Promise<Loaded> {
  const opened = await openDraft(ctx, param('id'))
  const reading = readDraft(ctx, opened)
  const around = await aroundDraft(ctx, { opened, on: reading.on })
  return { step, opened, reading, around, mayPropose: mayPropose(ctx, opened.site) }
}

/** Keeps what was typed, then goes on: to what is missing, to the next page, to the finished minutes. */
async function act(portal: Portal, { step, opened, ...loaded }: Loaded): Promise<string> {
  const { ctx, deps, form } = portal
  const { id } = opened.row
  const texts = typedValues(form)
  const { photos } = fieldsOfStep(step, {
    ...{ reading: loaded.reading, mayPropose: loaded.mayPropose },
    waiting: opened.waiting.map((each) => each.id),
  })
  const files = await chosenFiles(form, photos)
  await actOnce(portal, (once) =>
    saveStep({ ctx: once, store: deps.files, input: { id, step, texts, files } }),
  )
  if (texts['later'] === '1') return `${stepPath(id, step)}?done=kept`
  const { faults } = readDraft(ctx, await openDraft(ctx, id))
  const wrong = MINUTES_STEPS.filter((each) =>
    [...faults.keys()].some((name) => stepOfField(name) === each),
  )
  if (wrong.includes(step)) return `${stepPath(id, step)}?check=1`
  const next = MINUTES_STEPS[MINUTES_STEPS.indexOf(step) + 1]
  if (next !== undefined) return stepPath(id, next)
  const [first] = wrong
  if (first !== undefined) return `${stepPath(id, first)}?check=1`
  await actOnce({ ...portal, part: 'finish' }, (once) =>
    finishMinutes({ ctx: once, input: { id } }),
  )
  return `${inspectionPath(id)}?done=finished`
}

async function chosenFiles(form: FormData, names: readonly string[]): Promise<GivenPhotos> {
  const files: Record<string, readonly Uint8Array<ArrayBuffer>[]> = {}
  for (const name of names) {
    const chosen = await filesOf(form, `files.${name}`)
    files[name] = chosen.map(({ bytes }) => new Uint8Array(bytes))
  }
  return files
}

/** What was typed; where nothing was, what is proposed. */
function valuesOf({ opened, reading, step, mayPropose: may }: Loaded): Record<string, string> {
  const { texts, photos } = opened.row
  const waiting = opened.waiting.map(({ id }) => id)
  const fields = fieldsOfStep(step, { reading, waiting, mayPropose: may })
  const proposed = newFinding(reading.on, { question: null, severity: 'minor', text: '' })
  const known = new Map(reading.findings.map((each) => [each.key, each]))
  const fieldOf = (name: string) => {
    const [, key = '', field] = /^finding\.([^.]+)\.(\w+)$/.exec(name) ?? []
    const part = FINDING_FIELDS.find((each) => each === field)
    return part === undefined ? '' : (known.get(key) ?? proposed)[part]
  }
  const values = fields.texts.map((name) => {
    const typed = texts[name] ?? fieldOf(name)
    const isDay = name === 'on' || name.endsWith('.dueOn') || isDate(reading, name)
    return [name, isDay ? dayOf(typed) : typed] as const
  })
  const hashes = fields.photos.map((name) => [name, (photos[name] ?? []).join('\n')] as const)
  return Object.fromEntries([...values, ...hashes])
}

function isDate({ compiled }: PageReading, name: string): boolean {
  const at = name.startsWith('answers.') ? compiled.places.get(name.slice(8)) : undefined
  return at !== undefined && compiled.items[at]?.item.type === 'date'
}

function pageOf({ c, lang }: Portal, loaded: Loaded, form: FormView) {
  const { step, opened, reading } = loaded
  const { row, site } = opened
  const at = MINUTES_STEPS.indexOf(step)
  const before = MINUTES_STEPS[at - 1]
  const isLast = at === MINUTES_STEPS.length - 1
  const title = saidIn(opened.form.compiled.form.title, lang)
  const progress = fill(W.progress[lang], {
    ...{ at: at + 1, of: MINUTES_STEPS.length, form: title },
    kind: INSPECTION_KIND_NAMES[row.kind][lang],
  })
  const isChecked = c.req.query('check') === '1' && c.req.method === 'GET'
  return {
    kind: 'portal/record' as const,
    title: `${site.name}: ${MINUTES_STEP_NAMES[step][lang]}`,
    note: isLast ? `${progress} ${W.finishNote[lang]}` : progress,
    done: doneOf({ loaded, lang, isKept: c.req.query('done') === 'kept' }),
    id: site.code,
    action: stepPath(row.id, step),
    backHref: before === undefined ? DRAFTS_PATH : stepPath(row.id, before),
    save: (isLast ? W.finish : W.saveNext)[lang],
    later: W.keep[lang],
    inputs: stepInputs(step, { ...loaded, lang }),
    form: isChecked ? checked(form, { reading, step, lang }) : form,
  }
}

/** The form with what is wrong on it, as it stands. */
function checked(
  form: FormView,
  of: { readonly reading: PageReading; readonly step: MinutesStep; readonly lang: Language },
): FormView {
  const { reading, step, lang } = of
  const errors = [...reading.faults].filter(([name]) => stepOfField(name) === step)
  if (errors.length === 0) return form
  return {
    ...form,
    errors: Object.fromEntries(errors.map(([name, text]) => [name, text[lang]])),
    problem: W.notYet[lang],
  }
}

/** Who else is there is more than that it was saved. */
function doneOf(of: {
  readonly loaded: Loaded
  readonly lang: Language
  readonly isKept: boolean
}): Done | null {
  const { loaded, lang, isKept } = of
  const { others, there, isOldForm } = loaded.around
  const told = [
    ...(isKept ? [W.kept[lang]] : []),
    ...(there === null
      ? []
      : [
          fill(W.thereAlready[lang], {
            ...{ name: there.inspectorName, day: formatOn(there.inspectedOn, lang) },
          }),
        ]),
    ...(others.length === 0 ? [] : [fill(W.othersWrite[lang], { names: others.join(', ') })]),
    ...(isOldForm ? [W.oldForm[lang]] : []),
  ]
  if (told.length === 0) return null
  const isWarning = there !== null || others.length > 0
  return { kind: isWarning ? 'warning' : 'done', text: told.join(' ') }
}

async function unlessFinished(
  portal: Portal,
  handle: (portal: Portal) => Promise<Response>,
): Promise<Response> {
  try {
    return await handle(portal)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    const id = portal.param('id')
    const there = await openInspection(portal.ctx, id, 'inspections.write').catch(() => null)
    if (there === null) throw error
    return seeOther(portal, `${inspectionPath(id)}?done=finished`)
  }
}
