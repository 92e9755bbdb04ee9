/** Where the browser can copy, each command has a button that does. */
for (const button of document.querySelectorAll('button[data-copies]')) {
  if (!navigator.clipboard) break
  const { textContent: copy } = button
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(`${document.getElementById(button.dataset.copies).textContent}\n`)
    button.textContent = button.dataset.copied
    setTimeout(() => (button.textContent = copy), 2_000)
  })
}
