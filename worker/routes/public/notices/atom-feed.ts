import { NOTICE_KINDS } from '../../../copy/names.ts'
import { NOTICES_TITLE } from '../../../copy/notice.ts'
import type { PublicNotice } from '../../../domain/notices.ts'
import { escapeXml } from '../../../lib/text/escape-markup.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { NoticeList } from '../../../verbs/notices/list-notices.ts'

/**
 * Notices as an Atom feed (RFC 4287), paged by `next` links (RFC 5005 3). Ids are tag URIs
 * (RFC 4151), so they stay the same when the service moves within its host.
 */
export function atomFeed(input: {
  list: NoticeList
  language: Language
  origin: string
  issuerName: string
  /** Path and query of the feed's page at a cursor. */
  href: (cursor: string | null) => string
  /** Of this page. */
  cursor: string | null
  /** When the database was read, epoch milliseconds: the age of a feed without entries. */
  readAt: number
}): string {
  const { list, language, origin, href } = input
  const updated = list.items.map(updatedAt).reduce(latest, '')
  const links = [
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${origin}${href(input.cursor)}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${origin}/notices`)}"/>`,
  ]
  if (list.nextCursor !== null) {
    const next = `${origin}${href(list.nextCursor)}`
    links.push(`<link rel="next" type="application/atom+xml" href="${escapeXml(next)}"/>`)
  }
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${escapeXml(tagUri(origin, 'notices'))}</id>`,
    `<title>${escapeXml(NOTICES_TITLE[language])}</title>`,
    `<updated>${updated === '' ? new Date(input.readAt).toISOString() : updated}</updated>`,
    `<author><name>${escapeXml(input.issuerName)}</name></author>`,
    ...links,
    ...list.items.map((item) => entry(item, language, origin)),
    '</feed>',
    '',
  ].join('\n')
}

function entry(item: PublicNotice, language: Language, origin: string): string {
  const title = [NOTICE_KINDS[item.kind][language], item.subject?.text, item.name]
    .filter((part) => part != null)
    .join(' · ')
  const href = item.subject === null ? '/notices' : item.subject.href
  return [
    '<entry>',
    `<id>${escapeXml(tagUri(origin, `notice:${item.id}`))}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<published>${item.recordedAt}</published>`,
    `<updated>${updatedAt(item)}</updated>`,
    `<link rel="alternate" href="${escapeXml(`${origin}${href}`)}"/>`,
    `<category term="${item.kind}"/>`,
    `<summary>${escapeXml(item.text[language])}</summary>`,
    '</entry>',
  ].join('\n')
}

/** A notice changes once: when it is taken back. */
function updatedAt(item: PublicNotice): string {
  return item.withdrawnAt ?? item.recordedAt
}

/** Instants in ISO 8601 UTC order as text. */
function latest(a: string, b: string): string {
  return a > b ? a : b
}

function tagUri(origin: string, specific: string): string {
  return `tag:${new URL(origin).hostname},2026:${specific}`
}
