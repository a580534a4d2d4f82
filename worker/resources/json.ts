import * as z from 'zod'
import { fieldsOf } from './resource.ts'

/** A thing as programs send it, for the description of the API: shapes only, read by `inputOf`. */
export function jsonShapeOf(described: {
  readonly fields: object
}): Readonly<Record<string, z.ZodType>> {
  const shapes = fieldsOf(described).flatMap(([name, { json, inputs }]) =>
    json !== undefined
      ? [[name, json]]
      : inputs.map(({ suffix, required }) => [
          `${name}${suffix}`,
          required === true ? z.string() : z.string().nullish(),
        ]),
  )
  return Object.fromEntries(shapes)
}
