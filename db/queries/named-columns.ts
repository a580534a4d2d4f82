import { type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'

/** `'areaHa', s.area_ha, …`: columns of a table under their names in code, as `json_object` takes them. */
export function jsonPairs(alias: string, names: readonly string[]): SQL {
  return sql.raw(names.map((name) => `'${name}', ${alias}.${toSnakeCase(name)}`).join(', '))
}

/** `json_group_array(json_object('areaHa', x.area_ha, …))`: rows as a list of objects. */
export function jsonRows(alias: string, names: readonly string[]): SQL {
  return sql`json_group_array(json_object(${jsonPairs(alias, names)}))`
}

/** `area_ha, …`: as an INSERT names its columns. */
export function columnList(names: readonly string[]): SQL {
  return sql.raw(names.map(toSnakeCase).join(', '))
}

/** `value ->> '$.areaHa', …`: what rows of `json_each` hold for these columns, by name. */
export function jsonValues(names: readonly string[]): SQL {
  return sql.raw(names.map((name) => `value ->> '$.${name}'`).join(', '))
}

/** `area_ha = value ->> '$.areaHa', …`: as an UPDATE sets its columns from rows of `json_each`. */
export function jsonSets(names: readonly string[]): SQL {
  return sql.raw(names.map((name) => `${toSnakeCase(name)} = value ->> '$.${name}'`).join(', '))
}
