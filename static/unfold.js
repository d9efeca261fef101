/** What is folded for a phone is unfolded where the media query in `data-unfold` holds; elsewhere it stays as the reader leaves it. */
export function unfoldWhereThereIsRoom() {
  for (const details of document.querySelectorAll('details[data-unfold]')) {
    const room = matchMedia(details.dataset.unfold)
    const unfold = () => details.toggleAttribute('open', room.matches)
    room.addEventListener('change', unfold)
    unfold()
  }
}
