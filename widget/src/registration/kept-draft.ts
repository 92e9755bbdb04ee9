const key = 'kyiv-forums draft'

/** Whether the page lets anything be kept on this device; a sandboxed one does not. */
export const canKeep = (): boolean => {
  try {
    return Boolean(localStorage)
  } catch {
    return false
  }
}

/** Keeps what is typed on this device, and nowhere else, while the person wants it; otherwise forgets it. */
export const keepDraft = (form: HTMLFormElement): void => {
  if (!canKeep()) return
  if (form['remember']?.checked) localStorage.setItem(key, JSON.stringify(Object.fromEntries(new FormData(form))))
  else forgetDraft()
}

export const forgetDraft = (): void => {
  if (canKeep()) localStorage.removeItem(key)
}

/** Fills in what was kept. Consent is given anew each time. */
export const restoreDraft = (form: HTMLFormElement): void => {
  const kept = canKeep() && (JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>)
  for (const [name, value] of Object.entries(kept)) {
    const control: HTMLInputElement | undefined = form[name]
    if (name === 'consent' || !control) continue
    if (control.type !== 'checkbox') control.value = value
    else if (!control.checked) control.click()
  }
}
