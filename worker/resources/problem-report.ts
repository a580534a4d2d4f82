import { REPORT_REASON_NAMES, REPORT_COPY as W } from '../copy/report.ts'
import { choice, optionalLine } from './fields.ts'
import { optionalLines } from './prose-fields.ts'

/** What somebody reports, as the form asks it. What is not required may be left empty. */
export const PROBLEM_REPORT = {
  fields: {
    reason: choice({ label: W.reason, choices: REPORT_REASON_NAMES }),
    details: optionalLines({ label: W.details, hint: W.detailsHint, max: 2_000 }),
    shop: optionalLine({ label: W.shop, hint: W.shopHint, max: 200 }),
    address: optionalLine({ label: W.address, hint: W.addressHint, max: 300 }),
    /** Its code; which there are is read from the administrative units. */
    provinceCode: optionalLine({ label: W.province, max: 10 }),
    /** For officers alone. */
    contact: optionalLine({ label: W.contact, hint: W.contactHint, max: 200, audit: 'hidden' }),
  },
}
