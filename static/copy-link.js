const SHOWN_MS = 2500

/** A click on ¶ copies the permanent address and goes to the paragraph, keeping the marks on the page. */
export function copyParagraphLinks() {
  const text = document.querySelector('.text')
  if (!text) return
  text.addEventListener('click', (event) => {
    const link = event.target.closest('.para__link')
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    location.hash = link.hash
    void copy(link, text.dataset.copied)
  })
}

/** Says that it is done only when it is: browsers refuse the clipboard on addresses that are not secure. */
async function copy(link, message) {
  try {
    await navigator.clipboard.writeText(link.href)
  } catch {
    return
  }
  const note = document.createElement('span')
  note.className = 'para__copied'
  note.setAttribute('role', 'status')
  link.after(note)
  // A live region is read out when its words change, not when it appears.
  requestAnimationFrame(() => (note.textContent = message))
  setTimeout(() => note.remove(), SHOWN_MS)
}
