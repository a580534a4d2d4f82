import type { z } from '@hono/zod-openapi'
import type { PublicCode, PublicCodeSummary } from '../../domain/codes/public-code.ts'
import type { PublicNotice } from '../../domain/notices.ts'
import type { Provenance, Verdict } from '../../domain/standing/provenance.ts'
import type { PublicKeySet } from '../../verbs/keys/public-key-set.ts'
import type { codeEntrySchema, codeItemSchema } from './codes/contract.ts'
import type { noticeItemSchema } from './notices/contract.ts'
import type { provenanceSchema, verdictSchema } from './schemas.ts'
import type { keySetSchema } from './system/contract.ts'

/** Read-only or not makes no difference in JSON. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [K in keyof T]: Plain<T[K]> }

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

type Holds<T extends true> = T

/** The published shapes are exactly the types that answers are made of: a difference does not compile. */
export type SchemaChecks = [
  Holds<Same<Plain<z.infer<typeof verdictSchema>>, Plain<Verdict>>>,
  Holds<Same<Plain<z.infer<typeof provenanceSchema>>, Plain<Provenance>>>,
  Holds<Same<Plain<z.infer<typeof codeItemSchema>>, Plain<PublicCodeSummary>>>,
  Holds<
    Same<
      Plain<z.infer<typeof codeEntrySchema>>,
      Plain<{ [K in keyof PublicCode]: PublicCode[K] } & { asOf: string; stale: boolean }>
    >
  >,
  Holds<Same<Plain<z.infer<typeof noticeItemSchema>>, Plain<Omit<PublicNotice, 'parts'>>>>,
  Holds<Same<Plain<z.infer<typeof keySetSchema>>, Plain<PublicKeySet>>>,
]
