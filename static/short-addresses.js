/** A form sends the fields that say nothing, too, and they would stay in the address that is copied and kept. */
export function shortAddresses() {
  document.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value.trim() === '') formData.delete(name)
  })
}
