import { readTargetsOfCodes } from '../../../db/queries/code-portal.ts'
import { REGISTER_ORDERS } from '../../../db/queries/register-search.ts'
import type { PublicCodeSummary } from '../../domain/codes/public-code.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import {
  countInRegister,
  findInRegister,
  type PublicCodeQuery,
  type RegisterPage,
} from './public-list-codes.ts'
import { registerItem } from './register-item.ts'

export type ListedCodes = {
  readonly items: readonly ListedCode[]
  readonly nextCursor: string | null
  /** True where these are spelled almost as asked, and nothing is spelled so. */
  readonly near: boolean
  /** How many there are, one more than `MOST_COUNTED` for more than that; null where it is not known. */
  readonly total: number | null
}

export const MOST_COUNTED = 10_000

export const CODE_ORDERS = REGISTER_ORDERS

/** A code of the list with the names that are not public. */
export type ListedCode = PublicCodeSummary & {
  readonly siteName: string
  readonly organisationName: string
}

/** Codes of such a list, all of them, a page at a time and in its order. */
export async function* pagesOfCodes(
  ctx: VerbContext,
  query: CodeListQuery,
): AsyncGenerator<readonly string[]> {
  const asked = { ...query, bounds: boundsOf(ctx, 'codes.read'), near: true, fullNames: true }
  const today = vietnamDateOf(ctx.now())
  let cursor: string | null = null
  do {
    const page: RegisterPage = await findInRegister({
      db: ctx.db,
      query: { ...asked, cursor, limit: CODES_PER_PAGE },
      today,
    })
    yield page.hits.map(({ entry }) => entry.code)
    cursor = page.nextCursor
  } while (cursor !== null)
}

const CODES_PER_PAGE = 400
/** Looked through for a count that only today's statuses tell. */
const MOST_PAGES = 5

/** How many codes have today the status that is asked for; null where there are too many to look through. */
async function countOfToday(ctx: VerbContext, query: CodeListQuery): Promise<number | null> {
  let [count, pages] = [0, 0]
  for await (const codes of pagesOfCodes(ctx, query)) {
    count += codes.length
    pages += 1
    if (pages > MOST_PAGES) return null
  }
  return count
}

/** What a list of codes is narrowed by and ordered. */
export type CodeListQuery = Omit<
  PublicCodeQuery,
  'bounds' | 'near' | 'fullNames' | 'cursor' | 'limit'
>

/** The codes the actor may read, found however they are typed. */
export async function listCodes(
  ctx: VerbContext,
  query: Omit<PublicCodeQuery, 'bounds' | 'near'>,
): Promise<ListedCodes> {
  const bounds = boundsOf(ctx, 'codes.read')
  const today = vietnamDateOf(ctx.now())
  const asked = { ...query, bounds, near: true, fullNames: true }
  const [{ hits, nextCursor, near }, counted] = await Promise.all([
    findInRegister({ db: ctx.db, query: asked, today }),
    countInRegister({ db: ctx.db, query: asked, most: MOST_COUNTED + 1 }),
  ])
  const total = counted ?? (query.cursor === null ? await countOfToday(ctx, query) : null)
  const targets = await readTargetsOfCodes(
    ctx.db,
    hits.map(({ entry }) => entry.code),
  )
  const byCode = new Map(targets.map((target) => [target.code, target]))
  return {
    near,
    total: near ? null : total,
    nextCursor,
    items: hits.map(({ entry }) => {
      const { siteName = entry.name, organisationName = '' } = byCode.get(entry.code) ?? {}
      return { ...registerItem(entry, today), siteName, organisationName }
    }),
  }
}
