/** Buttons that copy what stands beside them; shown only where the browser lets a page copy, which it does on secure addresses. */
export function copyTexts() {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll('button[data-copies]')) {
    const status = document.createElement('span')
    status.className = 'copy__done'
    status.setAttribute('role', 'status')
    button.after(status)
    button.hidden = false
    button.addEventListener('click', async () => {
      status.textContent = ''
      const source = document.getElementById(button.dataset.copies)
      try {
        await navigator.clipboard.writeText(source.textContent)
        status.textContent = button.dataset.done
      } catch {
        // What the page may not do the reader can: the text is selected for them.
        getSelection().selectAllChildren(source)
        status.textContent = button.dataset.refused
      }
    })
  }
}
