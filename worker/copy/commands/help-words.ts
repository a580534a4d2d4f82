import type { LocalText } from '../../lib/text/local-text.ts'

/** What the help of the command line says beside the commands' own words. */
export const HELP_WORDS = {
  about: {
    vi: 'Gốc: truy xuất nguồn gốc nông sản',
    en: 'Gốc: traceability of farm produce',
    zh: 'Gốc：农产品溯源',
  },
  usage: { vi: 'Cách dùng:', en: 'Usage:', zh: '用法：' },
  arguments: { vi: 'Tham số:', en: 'Arguments:', zh: '参数：' },
  options: { vi: 'Tuỳ chọn:', en: 'Options:', zh: '选项：' },
  commands: { vi: 'Lệnh:', en: 'Commands:', zh: '命令：' },
  optionsWord: { vi: '[tuỳ chọn]', en: '[options]', zh: '[选项]' },
  commandWord: { vi: '[lệnh]', en: '[command]', zh: '[命令]' },
  help: { vi: 'xem hướng dẫn', en: 'show help', zh: '查看帮助' },
  helpOf: {
    vi: 'xem hướng dẫn của một lệnh',
    en: 'show the help of a command',
    zh: '查看某命令的帮助',
  },
  lang: {
    vi: 'ngôn ngữ của hướng dẫn và lời báo lỗi: vi, en, zh; không ghi thì theo LANG',
    en: 'language of help and refusals: vi, en, zh; by LANG unless given',
    zh: '帮助与错误提示的语言：vi、en、zh；默认取自 LANG',
  },
  required: { vi: 'bắt buộc', en: 'required', zh: '必填' },
  choices: { vi: 'một trong: {list}', en: 'one of: {list}', zh: '可选：{list}' },
  initial: { vi: 'mặc định: {value}', en: 'default: {value}', zh: '默认：{value}' },
  examples: { vi: 'Ví dụ:', en: 'Examples:', zh: '示例：' },
  columns: {
    vi: 'Cột của bảng (* bắt buộc; thứ tự nào cũng được, tên cột có dấu hay không đều đọc được):',
    en: 'Columns of the table (* required; in any order; headings are read with or without accents):',
    zh: '表格的列（* 必填；顺序不限；列名带不带声调均可识别）：',
  },
  also: { vi: 'hoặc {names}', en: 'or {names}', zh: '或 {names}' },
  confirm: {
    vi: '{text} Nếu đúng như vậy, thêm: --confirm {codes}',
    en: '{text} If it is meant, add: --confirm {codes}',
    zh: '{text} 如确属实，请加：--confirm {codes}',
  },
  langOdd: {
    vi: '--lang là một trong: vi, en, zh.',
    en: '--lang is one of: vi, en, zh.',
    zh: '--lang 须为：vi、en、zh 之一。',
  },
} as const satisfies Record<string, LocalText>

/** What is wrong with a call, by the code of the parser. */
export const USAGE_WORDS = {
  'commander.unknownCommand': {
    vi: 'Không có lệnh “{quoted}”.',
    en: 'There is no command “{quoted}”.',
    zh: '没有命令“{quoted}”。',
  },
  'commander.unknownOption': {
    vi: 'Không có tuỳ chọn “{quoted}”.',
    en: 'There is no option “{quoted}”.',
    zh: '没有选项“{quoted}”。',
  },
  'commander.missingArgument': {
    vi: 'Thiếu tham số {quoted}.',
    en: 'The argument {quoted} is missing.',
    zh: '缺少参数 {quoted}。',
  },
  'commander.missingMandatoryOptionValue': {
    vi: 'Thiếu tuỳ chọn {quoted}.',
    en: 'The option {quoted} is missing.',
    zh: '缺少选项 {quoted}。',
  },
  'commander.optionMissingArgument': {
    vi: 'Tuỳ chọn {quoted} cần một giá trị.',
    en: 'The option {quoted} needs a value.',
    zh: '选项 {quoted} 需要一个值。',
  },
  'commander.excessArguments': {
    vi: 'Thừa tham số.',
    en: 'There are too many arguments.',
    zh: '参数过多。',
  },
  'commander.invalidArgument': {
    vi: 'Giá trị của {quoted} không đúng.',
    en: 'The value of {quoted} is not right.',
    zh: '{quoted} 的值不正确。',
  },
} as const satisfies Record<string, LocalText>

export const USAGE_REST = {
  other: { vi: 'Lệnh không đúng.', en: 'The command is not right.', zh: '命令不正确。' },
  choose: {
    vi: ' Chọn một trong: {choices}.',
    en: ' Choose one of: {choices}.',
    zh: ' 请从以下选择：{choices}。',
  },
  more: {
    vi: '{sentence} Xem hướng dẫn: thêm --help.',
    en: '{sentence} For help add --help.',
    zh: '{sentence} 查看帮助请加 --help。',
  },
} as const satisfies Record<string, LocalText>
