import type { Context } from 'hono'
import { THINGS } from '../../copy/refusals/things.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { Problem } from '../../verbs/errors.ts'
import { notFound } from '../../verbs/guard/refusals.ts'
import {
  noteShareOpened,
  type OpenedShare,
  openShare,
  openSharedPaper,
  sharedView,
} from '../../verbs/shares/open-share.ts'
import { paperResponse } from '../portal/paper-response.ts'
import { showPage } from './show-page.ts'

type C = Context<AppEnv>

const GONE = 410

/** `GET /s/{SECRET}`: what a producer shows a buyer of a batch. Anyone who has the link may read it. */
export async function showSharePage(c: C): Promise<Response> {
  const { deps, language } = c.var
  const secret = c.req.param('secret') ?? ''
  const opened = await open(c, secret)
  if (opened.kind !== 'open') return unseen(await showOver(c, opened))
  const ctx = readingOf(c)
  const share = await sharedView(ctx, { found: opened.found, lang: language })
  if (c.req.method === 'GET') deps.waitUntil(noteShareOpened(ctx, opened.found))
  const path = `/s/${encodeURIComponent(secret)}`
  const today = vietnamDateOf(deps.now())
  return unseen(await showPage(c, { kind: 'share', share, path, today }))
}

/** `GET /s/{SECRET}/papers/{ID}`: a paper that goes with the link, and no other. */
export async function sendSharedPaper(c: C): Promise<Response> {
  const opened = await open(c, c.req.param('secret') ?? '')
  if (opened.kind !== 'open') return unseen(await showOver(c, opened))
  const id = c.req.param('paper') ?? ''
  const { files } = c.var.deps
  const paper = await openSharedPaper(readingOf(c), { files, found: opened.found, id })
  return unseen(paperResponse(paper, paper.bytes))
}

const SECRET = /^[\w-]{43}$/

/** Only links that open nothing are counted: whoever has one gets in. */
async function open(c: C, secret: string): Promise<OpenedShare> {
  try {
    // Nothing else was ever given out, and nobody need hash what somebody made up.
    if (!SECRET.test(secret)) throw notFound(THINGS.share)
    return await openShare(readingOf(c), secret)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    const { limits, originOf } = c.var.deps.accounts
    await limits.take('invitation', originOf(c.req.raw.headers).network)
    throw error
  }
}

async function showOver(c: C, over: Exclude<OpenedShare, { kind: 'open' }>): Promise<Response> {
  const { kind: why, ...told } = over
  const page = await showPage(c, { kind: 'share-over', why, ...told })
  return new Response(page.body, { status: GONE, headers: page.headers })
}

/** The address is the key: nobody keeps it, indexes it, or tells it on. */
function unseen(response: Response): Response {
  response.headers.set('cache-control', 'private, no-store')
  response.headers.set('x-robots-tag', 'noindex, nofollow')
  response.headers.set('referrer-policy', 'no-referrer')
  return response
}

function readingOf(c: C) {
  const { deps } = c.var
  return { db: deps.db(), now: deps.now }
}
