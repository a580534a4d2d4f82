import type { CommanderError } from 'commander'

/** What is wrong with the call, in Vietnamese. Commander quotes the part it could not take. */
export function usageText(error: CommanderError): string {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  return `${sentence(error, quoted)} Xem hướng dẫn: thêm --help.`
}

function sentence(error: CommanderError, quoted: string): string {
  switch (error.code) {
    case 'commander.unknownCommand':
      return `Không có lệnh “${quoted}”.`
    case 'commander.unknownOption':
      return `Không có tuỳ chọn “${quoted}”.`
    case 'commander.missingArgument':
      return `Thiếu tham số ${quoted}.`
    case 'commander.missingMandatoryOptionValue':
      return `Thiếu tuỳ chọn ${quoted}.`
    case 'commander.optionMissingArgument':
      return `Tuỳ chọn ${quoted} cần một giá trị.`
    case 'commander.excessArguments':
      return 'Thừa tham số.'
    case 'commander.invalidArgument':
      return `Giá trị của ${quoted} không đúng.${choicesOf(error.message)}`
    default:
      return 'Lệnh không đúng.'
  }
}

function choicesOf(message: string): string {
  const choices = /Allowed choices are (.*?)\.?$/m.exec(message)?.[1]
  return choices === undefined ? '' : ` Chọn một trong: ${choices}.`
}
