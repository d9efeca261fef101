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
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent)
      } catch {
        return
      }
      status.textContent = button.dataset.done
    })
  }
}
