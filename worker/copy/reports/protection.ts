/** What the report of a list of plant-protection products says; kept as it was told. */
export const PROTECTION_REPORT = {
  entry: '{tradeName} ({activeIngredient}), theo {legalBasis}',
  productReplaced: '{name} từ ngày {on}: danh mục nhập sau đã ghi khác, giữ nguyên.',
} as const satisfies Record<string, string>
