import { useEffect, useState } from 'preact/hooks'
import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import type { InspectionKit } from '../../../worker/domain/inspections/inspection-kit.ts'
import { uuidV7 } from '../../../worker/lib/ids/uuid-v7.ts'
import type { DeviceAccount } from '../device/device.ts'
import type { QueuedRecord } from '../outbox/record.ts'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { todayOf } from '../state/today-of.ts'
import { InspectHome } from './inspect-home.tsx'
import { InspectWriter } from './inspect-writer.tsx'
import { type InspectionDraft, newInspection } from './inspection-draft.ts'
import { formOf, placed } from './placing.ts'

/**
 * `/inspect` what is half-written and a new one; `/inspect/{id}/{step}` minutes in steps;
 * `/inspect/start/{site}/{visit}` new ones of a place, from a page that knows it.
 */
export function InspectScreen({ account }: { readonly account: DeviceAccount }) {
  const t = useText()
  const { path } = useAppState()
  const [, , id = '', step = 'place', visit = ''] = path.split('/')
  const kit = account.kit.inspection
  if (kit === undefined) return <p class="line">{t(W.noKit)}</p>
  if (id === '') return <InspectHome {...{ account, kit }} />
  if (id === 'start') return <StartAt {...{ account, kit, siteId: step, visit }} />
  return <OpenMinutes key={id} {...{ account, id, step }} />
}

function StartAt(given: {
  readonly account: DeviceAccount
  readonly kit: InspectionKit
  readonly siteId: string
  readonly visit: string
}) {
  const { account, kit, siteId, visit } = given
  const app = useApp()
  useEffect(() => {
    const id = uuidV7({ now: app.now(), random: crypto.getRandomValues(new Uint8Array(10)) })
    const site = kit.sites.find((each) => each.id === siteId)
    const where =
      site === undefined ? { siteId, siteName: '', code: '', rules: null } : placed(kit, site)
    const on = todayOf(app)
    const begun = newInspection({ accountId: account.id, id, on, name: account.name })
    const draft = { ...begun, ...where, visitId: visit === '' ? null : visit }
    void app.device
      .keepDraft({ ...draft, ...formOf(kit, draft), touchedAt: app.now() })
      // Back leads to where one came from, not to another beginning.
      .then(() => go(app, `/inspect/${id}/place`, 'replace'))
  }, [])
  return null
}

function OpenMinutes(given: {
  readonly account: DeviceAccount
  readonly id: string
  readonly step: string
}) {
  const { account, id, step } = given
  const app = useApp()
  const t = useText()
  const [draft, setDraft] = useState<InspectionDraft | 'loading' | 'gone'>('loading')
  useEffect(() => {
    let isLeft = false
    const open = async () => {
      const kept = (await app.device.inspections(account.id)).find((each) => each.id === id)
      const queue = await app.outboxOf(account.id).list()
      const record = queue.find((each) => each.id === id)
      const on = todayOf(app)
      const begun = newInspection({ accountId: account.id, id, on, name: account.name })
      // What is in the queue is finished; opened again it would be written twice, but to mend it.
      const isOpen = record === undefined || (kept?.isFinished === true && isMendable(record))
      if (!isLeft) setDraft(isOpen ? (kept ?? begun) : 'gone')
    }
    void open()
    return () => {
      isLeft = true
    }
    // What it begins with is asked once, when it is opened.
  }, [id, account.id])
  if (draft === 'loading') return null
  if (draft === 'gone') return <p class="line">{t(W.gone)}</p>
  return <InspectWriter {...{ account, step }} initial={draft} />
}

function isMendable({ state }: QueuedRecord): boolean {
  return state === 'refused' || state === 'waiting' || state === 'mended'
}
