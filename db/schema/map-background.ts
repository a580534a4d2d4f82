import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MapBackground } from '../../worker/domain/sites/map-background.ts'
import { id, instant } from './columns.ts'

/**
 * What the map of coded places is drawn upon, as operators set it: the last row counts, and one without
 * an archive says that there is none any more. Append-only, held by trigger: the log alone would not
 * say what stood behind outlines when somebody judged them.
 */
export const mapBackground = sqliteTable(
  'map_background',
  {
    id: id(),
    archive: text({ mode: 'json' }).$type<MapBackground>(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('map_background_newest').on(t.recordedAt)],
)
