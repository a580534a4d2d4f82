import type { SiteHead } from '../../../../site/models/sites.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly kindVi: string
  readonly kindEn: string
  readonly kindZh: string
}

/** What the pages about a place say of it at their head. */
export function siteHead(site: Row): SiteHead {
  return { id: site.id, name: site.name, kind: kindName(site) }
}

export function kindName(row: Omit<Row, 'id' | 'name'>): LocalText {
  return { vi: row.kindVi, en: row.kindEn, zh: row.kindZh }
}
