import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { RETAIL_KINDS, RETAIL_VERDICTS } from '../../worker/domain/retail/kinds.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'

/** A visit to a shop, market or fair, to see how goods there are labelled. */
export const retailVisit = sqliteTable(
  'retail_visit',
  {
    id: id(),
    kind: text({ enum: RETAIL_KINDS }).notNull(),
    shop: text().notNull(),
    /** As shops are told apart in sums: lower case, no tones. */
    shopFolded: text().notNull(),
    address: text(),
    communeCode: text(),
    communeName: text(),
    provinceCode: text(),
    visitedOn: calendarDate().notNull(),
    note: text(),
    authorityId: text().references(() => organisation.id),
    createdAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [
    index('retail_visit_newest').on(t.visitedOn, t.id),
    index('retail_visit_place').on(t.provinceCode, t.visitedOn, t.id),
  ],
)

/** A product seen at a visit. */
export const retailItem = sqliteTable(
  'retail_item',
  {
    visitId: idOf(() => retailVisit.id),
    position: integer().notNull(),
    product: text().notNull(),
    producer: text(),
    qrPresent: integer({ mode: 'boolean' }).notNull(),
    verdict: text({ enum: RETAIL_VERDICTS }).notNull(),
    /** True where the page behind the QR has all that the rules ask for; null where nobody looked. */
    dataComplete: integer({ mode: 'boolean' }),
    label: text(),
    note: text(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.position] })],
)
