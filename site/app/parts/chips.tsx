/** Choices of one tap. Tapping the one that is chosen lets it go, where that is allowed. */
export function Chips<T>(given: {
  readonly label: string
  readonly isQuiet?: boolean
  readonly choices: readonly { readonly key: string; readonly text: string; readonly value: T }[]
  readonly chosen: (value: T) => boolean
  readonly onChoose: (value: T) => void
}) {
  const { label, choices, chosen, onChoose, isQuiet = false } = given
  if (choices.length === 0) return null
  return (
    <fieldset class="chips">
      <legend class={isQuiet ? 'sr' : undefined}>{label}</legend>
      {choices.map(({ key, text, value }) => (
        <button
          key={key}
          type="button"
          class="chip"
          aria-pressed={chosen(value)}
          onClick={() => onChoose(value)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  )
}
