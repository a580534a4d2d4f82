import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../../scripts/lib/paths.ts'
import { CERTIFICATE_COPY } from '../../../worker/copy/certificate.ts'
import { AUDIT_COPY } from '../../../worker/copy/portal/audit.ts'
import { AUDIT_FIELDS } from '../../../worker/copy/portal/audit-fields.ts'
import {
  AUDIT_ACTIONS,
  AUDIT_ENTITIES,
  AUDIT_SOURCES,
} from '../../../worker/copy/portal/audit-names.ts'
import {
  CERTIFICATE_PORTAL_COPY,
  CERTIFICATE_SHEET_COPY,
  NOTICE_PORTAL_COPY,
} from '../../../worker/copy/portal/certificates.ts'
import { LANGUAGES, type LocalText } from '../../../worker/lib/text/local-text.ts'

const TABLES: Record<string, Readonly<Record<string, LocalText>>> = {
  AUDIT_ACTIONS,
  AUDIT_ENTITIES,
  AUDIT_FIELDS,
  AUDIT_SOURCES,
  AUDIT_COPY,
  CERTIFICATE_COPY,
  CERTIFICATE_PORTAL_COPY,
  CERTIFICATE_SHEET_COPY,
  NOTICE_PORTAL_COPY,
}

/** Sources of the worker, where changes are named. */
function sources(): string {
  return readdirSync(join(ROOT, 'worker'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('domain'))
    .map((name) => readFileSync(join(ROOT, 'worker', name), 'utf8'))
    .join('\n')
}

describe('the words of the log and of certificates', () => {
  it.each(Object.entries(TABLES))(
    '%s are there in every language, calm, with the same places',
    (_, table) => {
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join()
      for (const texts of Object.values(table)) {
        for (const lang of LANGUAGES) {
          expect(texts[lang].trim()).not.toBe('')
          expect(texts[lang]).toBe(texts[lang].normalize('NFC'))
          expect(texts[lang]).not.toContain('!')
          expect(places(texts[lang])).toBe(places(texts.vi))
        }
        expect(texts.vi + texts.en).not.toMatch(/\p{Script=Han}/u)
      }
    },
  )

  it('name every deed that is written into the log, and every kind of thing', () => {
    const text = sources()
    const named = (pattern: RegExp) => [
      ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? '')),
    ]
    const actions = named(/\baction: '([a-z]+\.[a-z._-]+)'/g)
    expect(actions.length).toBeGreaterThan(20)
    expect(actions.filter((deed) => !Object.hasOwn(AUDIT_ACTIONS, deed))).toEqual([])
    const things = named(/\baction: '[a-z]+\.[a-z._-]+',\s*entity: '([a-z_]+)'/g)
    expect(things.filter((thing) => !Object.hasOwn(AUDIT_ENTITIES, thing))).toEqual([])
  })
})
