import { type ReasonInput, reasonText } from '../../../worker/copy/reasons.ts'
import type {
  LabelView,
  Provenance,
  Verdict,
  VerdictReason,
} from '../../../worker/domain/standing/provenance.ts'
import { AREA, EMPTY, HOUSE, LONG, MANGO } from './batches.ts'

/** The label of RFC 8032's test-1 key over `B/7K3M9QX1/1`, as a compact JWS. */
const JWS =
  'eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoiQTFCIn0.Qi83SzNNOVFYMS8x.Z2idOkP9rhPJTZCOkAi1fAvtl76GZQ7FuGq6wuTUdeF04kPUrMVDv_pifDHUzi4rqowshqQMPs0HWDseZN--CA'

const LABEL: LabelView = {
  kid: 'A1B',
  profile: 'full',
  batch: MANGO.ref,
  serial: 1,
  growingAreas: [AREA.code],
  packingHouse: HOUSE.code,
  gtin: null,
}

const CLEAR: Verdict = {
  authenticity: 'genuine',
  standing: 'clear',
  markets: [
    { market: 'CHN', standing: 'clear' },
    { market: 'VNM', standing: 'clear' },
  ],
  reasons: [],
  label: LABEL,
  jws: JWS,
  batch: MANGO,
  scans: { count: 0, firstOn: null },
  checkedAt: '2026-05-25T02:41:00Z',
  asOf: '2026-05-25T02:40:40Z',
  stale: false,
}

const REFUSED: Verdict = {
  ...CLEAR,
  standing: null,
  markets: [],
  label: null,
  jws: null,
  batch: null,
  scans: null,
}

const SUSPENDED: Provenance = {
  ...MANGO,
  growingAreas: [{ ...AREA, statusToday: 'suspended' }],
  notices: [],
}

/** A reason as the standing decision makes it. */
export function reason(
  input: Partial<ReasonInput> & Pick<ReasonInput, 'code'>,
  severity: 'stop' | 'notice',
  recordedAt: string | null = null,
): VerdictReason {
  const full: ReasonInput = {
    since: null,
    market: null,
    codeNo: null,
    status: null,
    documentNo: null,
    wording: null,
    breach: null,
    allowance: null,
    altered: false,
    expiresOn: null,
    severity,
    ...input,
  }
  const { code, since, market } = full
  return { code, severity, since, until: null, market, recordedAt, text: reasonText(full) }
}

const stopped = (first: VerdictReason, ...others: readonly VerdictReason[]): Verdict => ({
  ...CLEAR,
  standing: 'stop',
  markets: [
    { market: 'CHN', standing: 'stop' },
    { market: 'VNM', standing: 'stop' },
  ],
  reasons: [first, ...others],
  scans: { count: 3, firstOn: '2026-05-23' },
})

const NOTICE = reason(
  {
    code: 'growing_area_suspended',
    since: '2026-05-23',
    market: 'CHN',
    codeNo: AREA.code,
    status: 'suspended',
    documentNo: '118/TB-TTBVTV',
  },
  'notice',
  '2026-05-24T03:00:00Z',
)

const RECALL = reason(
  {
    code: 'batch_recalled',
    since: '2026-05-24',
    wording: {
      vi: 'Thu hồi để kiểm tra lại dư lượng thuốc bảo vệ thực vật.',
      en: 'Recalled so that pesticide residues can be tested again.',
      zh: '召回以重新检测农药残留。',
    },
  },
  'stop',
)

/** One verdict for every band and the awkward cases, by name. */
export const VERDICTS = {
  clear: CLEAR,
  notice: {
    ...CLEAR,
    standing: 'notice',
    markets: [
      { market: 'CHN', standing: 'notice' },
      { market: 'VNM', standing: 'clear' },
    ],
    reasons: [NOTICE],
    batch: SUSPENDED,
    scans: { count: 1, firstOn: '2026-05-24' },
  },
  recalled: stopped(RECALL),
  void: stopped(reason({ code: 'label_void', since: '2026-05-21' }, 'stop')),
  expired: {
    ...stopped(reason({ code: 'batch_expired', since: '2026-06-07' }, 'stop')),
    checkedAt: '2026-06-20T02:41:00Z',
    asOf: '2026-06-20T02:40:40Z',
  },
  breached: stopped(
    reason(
      {
        code: 'pre_harvest_interval_breached',
        breach: {
          productName: 'Antracol 70WP',
          sprayedOn: '2026-05-10',
          intervalDays: 14,
          harvestedOn: '2026-05-17',
        },
      },
      'stop',
    ),
    NOTICE,
  ),
  suspendedBeforePacking: stopped(
    reason(
      {
        code: 'growing_area_not_active_when_packed',
        since: '2026-05-01',
        codeNo: AREA.code,
        status: 'suspended',
        market: 'CHN',
      },
      'stop',
    ),
  ),
  forged: {
    ...REFUSED,
    authenticity: 'forged',
    reasons: [reason({ code: 'signature_invalid' }, 'stop')],
  },
  unknown: {
    ...REFUSED,
    authenticity: 'unknown',
    reasons: [reason({ code: 'serial_not_issued' }, 'stop')],
  },
  malformed: {
    ...REFUSED,
    authenticity: 'malformed',
    reasons: [reason({ code: 'malformed' }, 'stop')],
  },
  typed: { ...CLEAR, authenticity: null, standing: null, label: null, jws: null, scans: null },
  typedRecalled: {
    ...CLEAR,
    authenticity: null,
    standing: null,
    label: null,
    jws: null,
    scans: null,
    reasons: [RECALL],
  },
  empty: {
    ...CLEAR,
    markets: [],
    batch: EMPTY,
    label: { ...LABEL, serial: 0, profile: 'compact', growingAreas: [], packingHouse: null },
    scans: null,
  },
  long: { ...CLEAR, batch: LONG, scans: { count: 12043, firstOn: '2026-05-20' } },
  stale: { ...CLEAR, stale: true, asOf: '2026-05-24T14:05:00Z' },
} as const satisfies Record<string, Verdict>
