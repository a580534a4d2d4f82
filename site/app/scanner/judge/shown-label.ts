import { OFFLINE_REASONS } from '../../../../worker/copy/app/scan-offline.ts'
import { fillAll } from '../../../../worker/copy/fill.ts'
import { formatAt } from '../../../../worker/copy/format.ts'
import { type BandKind, STOP_CAUSES } from '../../../../worker/copy/status.ts'
import type { CheckMode } from '../../../../worker/domain/label-checks/label-check.ts'
import { codeStatusOn } from '../../../../worker/domain/scan-register/code-status.ts'
import type { OpenRegister } from '../../../../worker/domain/scan-register/open-register.ts'
import type { SiteView, Verdict } from '../../../../worker/domain/standing/provenance.ts'
import type { CodeStatus } from '../../../../worker/domain/standing/types.ts'
import type { LocalText } from '../../../../worker/lib/text/local-text.ts'
import type { Answer } from '../../../public/verify.js'
import { bandOf, reasonLine } from '../../../view/band.ts'
import type { OfflineVerdict } from './offline-verdict.ts'

/** A code of a label with what the device or the server knows of it today. */
export type ShownCode = {
  readonly slot: 'area' | 'house' | 'certificate'
  readonly code: string
  readonly statuses: readonly { readonly market: string; readonly status: CodeStatus }[]
}

/** A label as the scanner shows it. */
export type ShownLabel = {
  readonly mode: CheckMode
  readonly band: BandKind
  readonly authenticity: 'genuine' | 'forged' | 'unknown' | 'malformed'
  readonly standing: 'clear' | 'notice' | 'stop' | null
  /** Why the goods are stopped, in a few words that stand before what not to do. */
  readonly cause: LocalText | null
  readonly why: readonly LocalText[]
  readonly ref: string | null
  readonly serial: number | null
  readonly product: string | null
  readonly producer: string | null
  readonly lot: string | null
  readonly packedOn: string | null
  readonly expiresOn: string | null
  readonly codes: readonly ShownCode[]
  /** When the list was made that an offline answer rests on, epoch milliseconds. */
  readonly listIssuedAt: number | null
  /** Where the batch was looked up on the device: as of when. */
  readonly registerAsOf: number | null
  readonly isRegisterOld: boolean
}

/** What the server said; null for what is no answer about a label. */
export function shownOnline(verdict: Verdict): ShownLabel | null {
  const { authenticity, standing, label, batch, reasons } = verdict
  if (authenticity === null) return null
  const places = (slot: ShownCode['slot'], sites: readonly (SiteView | null)[]) =>
    sites.flatMap((site) => (site === null ? [] : [codeOfSite(slot, site)]))
  const known = [
    ...places('area', batch?.growingAreas ?? []),
    ...places('house', [batch?.packingHouse ?? null]),
  ]
  return {
    mode: 'online',
    band: bandOf(verdict, false),
    ...{ authenticity, standing: authenticity === 'genuine' ? standing : null },
    cause:
      standing === 'stop'
        ? (reasons.map(({ code }) => STOP_CAUSES[code]).find((cause) => cause !== undefined) ??
          null)
        : null,
    why: reasons.map((reason) => ({
      vi: said(reasonLine(reason, 'vi')),
      en: said(reasonLine(reason, 'en')),
      zh: said(reasonLine(reason, 'zh')),
    })),
    ref: batch?.ref ?? label?.batch ?? null,
    serial: label?.serial ?? null,
    product: batch?.product.name ?? null,
    producer: batch?.producer.name ?? null,
    lot: batch?.lot ?? null,
    packedOn: batch?.packedOn ?? null,
    expiresOn: batch?.expiresOn ?? null,
    codes: known.length > 0 ? known : printedCodes(label, () => []),
    ...{ listIssuedAt: null, registerAsOf: null, isRegisterOld: false },
  }
}

/** What the device itself says, in the same words where they are the same things. */
export function shownOffline(given: {
  readonly verdict: OfflineVerdict
  readonly label: Answer['label']
  readonly register: OpenRegister | null
  /** `yyyy-mm-dd`. */
  readonly today: string
}): ShownLabel {
  const { verdict, label, register, today } = given
  const { authenticity, standing, reason, batch } = verdict
  const statusesOf = (code: string): ShownCode['statuses'] => {
    const known = register?.code(code) ?? null
    return known === null ? [] : codeStatusOn(known, today)
  }
  const printed = printedCodes(label, statusesOf)
  // Of goods that are stopped the reason is the headline itself.
  const isCause = standing === 'stop' && reason !== null
  // A short label names no codes; the register does.
  const ofBatch = printedCodes(
    batch === null ? null : { growingAreas: batch.areas, packingHouse: batch.house },
    statusesOf,
  )
  return {
    mode: 'offline',
    band: offlineBand(verdict),
    ...{ authenticity, standing },
    cause: isCause && reason !== 'recalled' ? reasonText(reason, null) : null,
    why: reason === null || isCause ? [] : [reasonText(reason, verdict.unknownSince)],
    ref: label?.ref ?? null,
    serial: label?.serial ?? null,
    product: batch?.product ?? null,
    producer: batch?.producer ?? null,
    lot: batch?.lot ?? null,
    packedOn: batch?.packedOn ?? null,
    expiresOn: batch?.expiresOn ?? null,
    codes: printed.length > 0 ? printed : ofBatch,
    listIssuedAt: verdict.asOf,
    registerAsOf: verdict.registerAsOf,
    isRegisterOld: verdict.isRegisterOld,
  }
}

function offlineBand({ authenticity, standing, reason }: OfflineVerdict): BandKind {
  if (authenticity !== 'genuine') return authenticity
  if (standing === null) return 'unknown'
  return standing === 'stop' && reason === 'recalled' ? 'recalled' : standing
}

function reasonText(
  reason: NonNullable<OfflineVerdict['reason']>,
  since: number | null,
): LocalText {
  const text: LocalText = OFFLINE_REASONS[reason]
  if (since === null) return text
  return fillAll(text, {
    at: { vi: formatAt(since, 'vi'), en: formatAt(since, 'en'), zh: formatAt(since, 'zh') },
  })
}

function said({ text, more }: { readonly text: string; readonly more: string }): string {
  return more === '' ? text : `${text} ${more}`
}

function codeOfSite(slot: ShownCode['slot'], site: SiteView): ShownCode {
  const { code, market, statusToday: status, otherMarkets } = site
  const own = market === null ? [] : [{ market, status }]
  const others = otherMarkets.map((other) => ({ market: other.market, status: other.statusToday }))
  return { slot, code, statuses: [...own, ...others] }
}

/** The codes that stand on a label. */
function printedCodes(
  label: {
    readonly growingAreas: readonly string[]
    readonly packingHouse: string | null
    readonly code?: string | null
  } | null,
  statusesOf: (code: string) => ShownCode['statuses'],
): ShownCode[] {
  if (label === null) return []
  const { growingAreas, packingHouse, code = null } = label
  const shown = (slot: ShownCode['slot']) => (each: string) => ({
    ...{ slot, code: each, statuses: statusesOf(each) },
  })
  return [
    ...growingAreas.map(shown('area')),
    ...(packingHouse === null ? [] : [packingHouse]).map(shown('house')),
    ...(code === null ? [] : [code]).map(shown('certificate')),
  ]
}
