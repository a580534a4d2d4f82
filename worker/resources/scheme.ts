import { sql } from 'drizzle-orm'
import { codeScheme } from '../../db/schema/index.ts'
import { SITE_KINDS } from '../copy/names.ts'
import { MARKET_RULES, PATTERN_FAULTS, SCHEME_COPY as W } from '../copy/portal/scheme.ts'
import { isCode } from '../domain/codes/normalise-code.ts'
import { readSchemePattern } from '../domain/codes/scheme-pattern.ts'
import { choice, line, optionalDay, simple } from './fields.ts'
import { localText } from './local-text-fields.ts'
import { fault, readText } from './read-text.ts'
import { type Fault, resource } from './resource.ts'

const { growing_area, packing_house } = SITE_KINDS

/**
 * A format of codes: configuration, because no law text fixes them all. The pattern must be harmless
 * and match the sample. A format only describes and warns, so codes granted before are as they were.
 */
export const SCHEME = resource({
  actions: { add: 'scheme.add', edit: 'scheme.update' },
  entity: 'code_scheme',
  noun: W.scheme,
  table: codeScheme,
  may: { read: 'schemes.write', write: 'schemes.write' },
  target: () => null,
  fields: {
    id: simple<string>(
      { label: W.id, hint: W.idHint, fixed: true },
      {
        schema: readText({
          max: 40,
          read: (text) => (/^[A-Z][A-Z0-9_]{2,39}$/.test(text) ? text : fault(W.idOdd)),
          blank: null,
        }),
        input: { required: true, code: true, maxlength: 40 },
        text: (value) => value,
      },
    ),
    kind: choice({ label: W.kind, choices: { growing_area, packing_house } }),
    marketRule: choice({ label: W.marketRule, choices: MARKET_RULES }),
    pattern: line({ label: W.pattern, hint: W.patternHint, max: 200, code: true, initial: '^$' }),
    sample: line({ label: W.sample, hint: W.sampleHint, max: 40, code: true }),
    validFrom: optionalDay({ label: W.validFrom }),
    validTo: optionalDay({ label: W.validTo }),
    source: line({ label: W.source, max: 200 }),
    name: localText({
      label: W.scheme,
      max: 120,
      labels: { vi: W.nameVi, en: W.nameEn, zh: W.nameZh },
    }),
  },
  // After all others: a code is compared with the formats in their order.
  initial: () => ({ position: sql`(SELECT coalesce(max(position), 0) + 1 FROM code_scheme)` }),
  check: ({ pattern, sample, validFrom, validTo }) => {
    const faults: Fault[] = []
    const reading = readSchemePattern(pattern)
    if (!reading.ok) faults.push({ path: 'pattern', text: PATTERN_FAULTS[reading.fault] })
    else if (!isCode(sample)) faults.push({ path: 'sample', text: W.sampleNoCode })
    else if (!reading.pattern.test(sample)) faults.push({ path: 'sample', text: W.sampleMisfit })
    if (validFrom !== null && validTo !== null && validTo < validFrom) {
      faults.push({ path: 'validTo', text: W.endsBeforeStart })
    }
    return faults
  },
})
