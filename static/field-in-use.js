/** Whether a field is one for text, which is not what it will be before its reader leaves it. */
export const isTyped = ({ type }) => type === 'text' || type === 'search'

/**
 * Notes which field has the focus and what has been typed into it. The function that is returned gives both to the field
 * that has taken its place; false where there is none.
 */
export function fieldInUse() {
  const field = document.activeElement
  const { id, value, selectionStart, selectionEnd } = field
  return () => {
    const fresh = document.getElementById(id)
    if (!fresh) return false
    fresh.focus({ preventScroll: true })
    if (isTyped(field)) {
      fresh.value = value
      fresh.setSelectionRange(selectionStart, selectionEnd)
    }
    return true
  }
}
