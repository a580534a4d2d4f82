/** One field of what was written: as it stood before and after; null where there was none. */
export type ChangedField = {
  readonly field: string
  readonly before: FieldValue
  readonly after: FieldValue
}

export type FieldValue = string | number | boolean | null

/**
 * What a change changed, field by field, from the JSON texts of an audit row: fields that stayed the
 * same are left out, nested values stand as JSON. Texts that are no objects are one field without a
 * name.
 */
export function changedFields(before: string | null, after: string | null): ChangedField[] {
  const was = fieldsOf(before)
  const is = fieldsOf(after)
  const names = [...new Set([...is.keys(), ...was.keys()])]
  return names.flatMap((field) => {
    const pair = { before: was.get(field) ?? null, after: is.get(field) ?? null }
    return pair.before === pair.after ? [] : [{ field, ...pair }]
  })
}

function fieldsOf(text: string | null): Map<string, FieldValue> {
  if (text === null) return new Map()
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return new Map([['', flat(value)]])
  }
  return new Map(Object.entries(value).map(([field, inner]) => [field, flat(inner)]))
}

function flat(value: unknown): FieldValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}

/** What cannot be read is shown as it stands: the log is never hidden. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
