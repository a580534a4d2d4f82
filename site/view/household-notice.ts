import { fill } from '../../worker/copy/fill.ts'
import { formatAt, formatOn } from '../../worker/copy/format.ts'
import { marketPhrase } from '../../worker/copy/markets.ts'
import {
  HOUSEHOLD_NOTICE as N,
  NOTICE_CASES,
  type NoticeCase,
} from '../../worker/copy/portal/household-notice.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { LocalText } from '../../worker/lib/text/local-text.ts'
import type { HouseholdNotice, QrView } from '../models/certificates.ts'
import type { CodeEntry } from '../models/public-common.ts'

/** What a notice is told from. */
export type NoticeSource = {
  readonly entry: CodeEntry
  readonly decision: {
    readonly market: string
    readonly status: CodeStatus
    readonly effectiveOn: string
    readonly documentNo: string | null
    readonly text: LocalText | null
  }
  readonly restored: boolean
  readonly body: { readonly name: string; readonly hotline: string | null }
  readonly printedAt: number
  readonly url: string
  readonly qr: QrView
}

const ENDED: Partial<Record<CodeStatus, string>> = {
  revoked: 'bị thu hồi',
  cancelled: 'bị hủy',
  expired: 'hết hiệu lực',
}
/** The longest wording that leaves everything on one page. */
const LONGEST_WORDING = 200

/** The notice of one decision in plain Vietnamese: what it is, what it means, what each household does. */
export function householdNoticeText(source: NoticeSource): HouseholdNotice {
  const { entry, decision, body, printedAt } = source
  const values = {
    code: entry.code,
    site: shortened(entry.name, 80),
    holder: shortened(entry.holder.name ?? N.holder, 80),
    market: marketPhrase(decision.market, 'vi'),
    status: ENDED[decision.status] ?? 'không hoạt động',
    date: formatOn(decision.effectiveOn, 'vi'),
  }
  const { lead, meaning, todo } = NOTICE_CASES[caseOf(decision.status, source.restored)]
  const say = (text: string) => fill(text, values)
  const wording = decision.text?.vi.trim() ?? ''
  return {
    authority: shortened(body.name, 100),
    title: N.title,
    lead: say(lead),
    meaning: meaning.map(say),
    reason: wording === '' ? null : fill(N.reason, { text: shortened(wording, LONGEST_WORDING) }),
    basis:
      decision.documentNo === null
        ? null
        : fill(N.basis, { number: shortened(decision.documentNo, 80) }),
    todoTitle: N.todoTitle,
    todo: todo.map(say),
    contact: fill(N.contact, {
      name: shortened(body.name, 100),
      phone: body.hotline ?? N.noPhone,
    }),
    qr: source.qr,
    qrNote: N.qrNote,
    url: source.url,
    printedLine: fill(N.printed, { time: formatAt(printedAt, 'vi') }),
  }
}

function caseOf(status: CodeStatus, restored: boolean): NoticeCase {
  switch (status) {
    case 'active':
      return restored ? 'restored' : 'granted'
    case 'suspended':
      return 'suspended'
    case 'revoked':
    case 'cancelled':
    case 'expired':
      return 'ended'
    case 'pending_foreign_approval':
    case 'none':
      return 'waiting'
  }
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
}
