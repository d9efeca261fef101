/** Beside the text, on a wide screen, the outline has room: it is unfolded; above the text it stays as the reader leaves it. */
export function unfoldOutline() {
  const outline = document.querySelector('.outline details')
  if (!outline) return
  const wide = matchMedia('(min-width: 64rem)')
  const unfold = () => outline.toggleAttribute('open', wide.matches)
  wide.addEventListener('change', unfold)
  unfold()
}
