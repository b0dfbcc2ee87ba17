/** The script of the reading page that adds a button to each opened citation, which copies it with the words that it is of. */
export const copyScript = `
document.addEventListener('toggle', (event) => {
  const cite = event.target
  if (!cite.open || !cite.matches('.cite') || cite.querySelector('button')) return
  const words = cite.closest('.t').querySelector('p').cloneNode(true)
  for (const letter of words.querySelectorAll('a.l')) letter.remove()
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'desk', textContent: 'Copy with the words' })
  button.addEventListener('click', async () => {
    const text = '“' + words.textContent.replace(/\\s+/g, ' ').trim() + '” ' + cite.querySelector('p').textContent
    try {
      await navigator.clipboard.writeText(text)
      button.textContent = 'Copied'
    } catch {
      prompt('Copy this:', text)
    }
  })
  cite.querySelector('div').prepend(button, ' ')
}, true)
`
