/** What went wrong, read out at once; nothing as long as nothing did. */
export function Alert({ text }: { readonly text: string | null }) {
  if (text === null) return null
  return (
    <p class="fault" role="alert">
      {text}
    </p>
  )
}
