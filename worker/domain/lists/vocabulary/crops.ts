import type { CROP_GROUP_NAMES, CROP_NAMES } from '../../../copy/crops.ts'

export type CropName = keyof typeof CROP_NAMES

type CropWords = {
  /** How long it stands: one planting a season, or for years. */
  readonly life: Exclude<keyof typeof CROP_GROUP_NAMES, 'all'>
  /** What people call it beside its name, in lower case. */
  readonly words: readonly string[]
}

/** Crops by what people write for them. What begins with such a word is a variety of it. */
export const CROP_WORDS: Readonly<Record<CropName, CropWords>> = {
  durian: perennial('sầu'),
  mango: perennial(),
  dragon_fruit: perennial(),
  banana: perennial(),
  longan: perennial(),
  lychee: perennial('vải thiều'),
  rambutan: perennial(),
  mangosteen: perennial(),
  jackfruit: perennial(),
  star_apple: perennial(),
  pomelo: perennial(),
  orange: perennial(),
  mandarin: perennial('quít'),
  lime: perennial(),
  passion_fruit: perennial('chanh leo', 'lạc tiên'),
  guava: perennial(),
  plum: perennial('mận hậu'),
  avocado: perennial(),
  custard_apple: perennial('mãng cầu'),
  papaya: perennial(),
  coconut: perennial(),
  pineapple: perennial('khóm', 'thơm'),
  watermelon: annual(),
  grape: perennial(),
  rice: annual('lúa nếp', 'nếp'),
  maize: annual('bắp'),
  cassava: annual('khoai mì', 'mì'),
  sweet_potato: annual(),
  sugar_cane: annual(),
  chilli: annual(),
  ginger: annual(),
  turmeric: annual(),
  vegetable: annual('rau màu', 'rau cải', 'rau ăn lá'),
  tea: perennial('trà', 'chè búp'),
  coffee: perennial('cafe', 'cà phê vối', 'cà phê chè'),
  pepper: perennial('tiêu'),
  cinnamon: perennial(),
  rubber: perennial(),
}

/** What begins with the word of a crop and is another plant. */
export const NO_VARIETIES: readonly string[] = ['cam thảo', 'bắp cải', 'bơ lạc', 'na rừng']

function perennial(...words: readonly string[]): CropWords {
  return { life: 'perennial', words }
}

function annual(...words: readonly string[]): CropWords {
  return { life: 'annual', words }
}
