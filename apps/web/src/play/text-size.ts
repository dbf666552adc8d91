const KEY = 'evenkeel-text'

/** How large text is on this device; kept where the browser keeps anything. */
export function textSize(): 'normal' | 'large' {
  try {
    return localStorage.getItem(KEY) === 'large' ? 'large' : 'normal'
  } catch {
    return document.documentElement.dataset.text === 'large' ? 'large' : 'normal'
  }
}

export function setTextSize(size: 'normal' | 'large'): void {
  if (size === 'large') document.documentElement.dataset.text = 'large'
  else delete document.documentElement.dataset.text
  try {
    localStorage.setItem(KEY, size)
  } catch {
    // Private windows may keep nothing: it holds until the page is left.
  }
}
