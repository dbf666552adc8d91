/* Written in the language of 2009 on purpose: it runs where the other scripts don't, and says so. */
function tellOldBrowser() {
  var fits =
    typeof String.prototype.toWellFormed === 'function' &&
    typeof Array.prototype.findLast === 'function' &&
    typeof HTMLDialogElement !== 'undefined' &&
    window.CSS &&
    'supports' in CSS &&
    CSS.supports('color', 'light-dark(#000, #fff)')
  if (fits) return
  var told = document.getElementById('old-browser')
  if (told) told.removeAttribute('hidden')
}
tellOldBrowser()
