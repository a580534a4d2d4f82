/** Which part of which beginning of a file. */
type Part = { readonly id: string; readonly generation: number; readonly part: number }

/** Where the file store keeps a part. */
export function partKey({ id, generation, part }: Part): string {
  return `labels/${id}/${generation}-${part}`
}

/** Where it keeps what the end of the file must know of it. */
export function notesKey(part: Part): string {
  return `${partKey(part)}-notes`
}
