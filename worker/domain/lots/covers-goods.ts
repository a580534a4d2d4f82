/**
 * Whether an officer's word covers goods as they are declared now: no more kilograms than were seen, and
 * goods that were not counted by mass then are not now. A unit that is swapped leads past no word.
 */
export function coversGoods(
  { quantityKg }: { readonly quantityKg: number | null },
  kg: number | null,
): boolean {
  return quantityKg === null || kg === null ? quantityKg === kg : kg <= quantityKg
}
