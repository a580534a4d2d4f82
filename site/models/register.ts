import type { LocalText } from '../../worker/lib/text/local-text.ts'
import type { CodeEntry, PageCommon } from './public-common.ts'

/** What the register was asked for, as typed; empty where left out. */
export type RegisterAsked = {
  readonly q: string
  readonly kind: string
  readonly unit: string
  readonly crop: string
  readonly market: string
  readonly status: string
}

/** `/register`: the public register of codes and a form to search it. */
export type RegisterPageModel = PageCommon & {
  readonly kind: 'register'
  readonly asked: RegisterAsked
  readonly items: readonly RegisterEntryView[]
  /** True where nothing is spelled as typed and these are spelled almost so. */
  readonly near: boolean
  /** Where the list goes on, and its beginning; null where there is no such page. */
  readonly nextHref: string | null
  readonly firstHref: string | null
  readonly asOf: number
  readonly stale: boolean
}

/** A code as the register lists it. */
export type RegisterEntryView = Pick<
  CodeEntry,
  'code' | 'kind' | 'holder' | 'name' | 'commune' | 'province' | 'crops' | 'areaHa' | 'markets'
>

/** `/suspensions`: codes that may not be used today, market by market. */
export type SuspensionsPageModel = PageCommon & {
  readonly kind: 'suspensions'
  readonly asked: { readonly market: string; readonly unit: string; readonly crop: string }
  readonly items: readonly SuspensionView[]
  readonly nextHref: string | null
  readonly firstHref: string | null
  readonly csvHref: string
  /** The day the list is of, Asia/Ho_Chi_Minh. */
  readonly today: string
}

export type SuspensionView = {
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly commune: string | null
  readonly province: string | null
  readonly crops: readonly string[]
  readonly market: string
  readonly status: 'suspended' | 'revoked'
  readonly since: string
  readonly documentNo: string | null
  readonly text: LocalText | null
}

/** `/open-data`: what may be downloaded and what its columns mean. */
export type OpenDataPageModel = PageCommon & { readonly kind: 'open-data' }
