import { useMemo, useRef, useState } from 'preact/hooks'
import { ENTRY_COPY } from '../../../worker/copy/app/entry.ts'
import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { QUEUE_COPY } from '../../../worker/copy/app/queue.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { formatOn } from '../../../worker/copy/format.ts'
import { MINUTES_FAULTS } from '../../../worker/copy/inspection-faults.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { DeviceAccount } from '../device/device.ts'
import { Alert } from '../parts/alert.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { sync } from '../state/sync.ts'
import { AskStep } from './ask-step.tsx'
import { FindingStep } from './finding-step.tsx'
import type { InspectionDraft } from './inspection-draft.ts'
import { PlaceStep } from './place-step.tsx'
import { readInspection } from './read-inspection.ts'
import { saveInspection } from './save-inspection.ts'
import { SignStep } from './sign-step.tsx'
import type { Step } from './step.ts'
import { useInspection } from './use-inspection.ts'

const STEPS = ['place', 'ask', 'findings', 'sign'] as const
type StepName = (typeof STEPS)[number]

/** Which faults keep one at a step. */
const OF_STEP: Readonly<Record<StepName, (path: string) => boolean>> = {
  place: (path) => path === 'siteId' || path === 'form',
  ask: (path) => path.startsWith('answers.'),
  findings: (path) => /^(?:findings|followUps|outcome|proposal)/.test(path),
  sign: (path) => /^(?:inspector|holder)\./.test(path),
}

/** Writes minutes in four steps; each is an address, so that the phone's back button leads back. */
export function InspectWriter(given: {
  readonly account: DeviceAccount
  readonly initial: InspectionDraft
  readonly step: string
}) {
  const { account, initial } = given
  const app = useApp()
  const t = useText()
  const { lang } = useAppState()
  const { draft, change, forget } = useInspection(initial)
  const [looked, setLooked] = useState<readonly string[]>([])
  const reading = useMemo(() => readInspection(draft), [draft])
  const faults = reading?.faults ?? unplaced(draft)
  const asked = STEPS.find((name) => name === given.step) ?? 'place'
  const step = reading === null ? 'place' : asked
  const open = [...faults].filter(([path]) => OF_STEP[step](path))
  const isLooked = looked.includes(step)
  const faultOf = (path: string) => {
    const fault = isLooked ? faults.get(path) : undefined
    return fault === undefined ? null : t(fault)
  }
  const { save, told } = useSaving(draft, forget)
  const onNext = () => {
    setLooked([...looked, step])
    if (open.length > 0) return showFirstFault()
    const next = STEPS[STEPS.indexOf(step) + 1]
    if (next !== undefined) return go(app, `/inspect/${draft.id}/${next}`)
    // What was changed on the way back may ask for more.
    const lacking = STEPS.find((name) => [...faults.keys()].some(OF_STEP[name]))
    if (lacking === undefined) return void save()
    setLooked(STEPS)
    go(app, `/inspect/${draft.id}/${lacking}`)
  }
  const shared: Step = { account, draft, change, reading, faultOf, onNext }
  return (
    <section>
      <h1>{draft.siteName || draft.code || t(W.title)}</h1>
      <p class="hint">
        {fill(t(W.day), { day: formatOn(draft.on, lang) })} · {STEPS.indexOf(step) + 1}/
        {STEPS.length}
      </p>
      {isLooked && open.length > 0 ? (
        <Alert text={fill(t(ENTRY_COPY.faults), { n: open.length })} />
      ) : null}
      {step === 'place' ? <PlaceStep {...shared} /> : null}
      {step === 'ask' && reading !== null ? <AskStep {...shared} reading={reading} /> : null}
      {step === 'findings' && reading !== null ? (
        <FindingStep {...shared} reading={reading} />
      ) : null}
      {step === 'sign' ? <SignStep {...shared} told={told} /> : null}
    </section>
  )
}

/** Keeps finished minutes in the queue, once however often it is tapped; says why where it cannot. */
function useSaving(draft: InspectionDraft, forget: () => Promise<void>) {
  const app = useApp()
  const t = useText()
  const [told, setTold] = useState<string | null>(null)
  const isSaving = useRef(false)
  const save = async () => {
    if (isSaving.current) return
    isSaving.current = true
    try {
      const { status } = await saveInspection(app, draft)
      if (status === 'full') return setTold(t(ENTRY_COPY.full))
      if (status !== 'kept') return setTold(t(QUEUE_COPY.unsettled))
      await forget()
      // Where there is no room for it a second time, what is refused can still be read and dropped.
      await app.device.keepDraft({ ...draft, isFinished: true }).catch(() => undefined)
      go(app, '/', 'replace')
      app.store.set({ told: fill(t(W.saved), { site: draft.siteName || draft.code }) })
      void sync(app, { force: false })
    } finally {
      isSaving.current = false
    }
  }
  return { save, told }
}

/** What is missing before there are questions. */
function unplaced({ siteId, code }: InspectionDraft): ReadonlyMap<string, LocalText> {
  const isPlaced = siteId !== null || code !== ''
  return new Map<string, LocalText>([
    ...(isPlaced ? [] : [['siteId', MINUTES_FAULTS.noSite] as const]),
    ['form', W.noForm],
  ])
}

function showFirstFault(): void {
  requestAnimationFrame(() => {
    document.querySelector('.field .fault')?.parentElement?.scrollIntoView({ block: 'center' })
  })
}
