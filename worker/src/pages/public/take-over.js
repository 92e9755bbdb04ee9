// With JavaScript the element takes over what the server has written, unless somebody has begun to type into it meanwhile.
const form = document.querySelector('kyiv-forums form')

const isChanged = control =>
  'defaultValue' in control && (control.value !== control.defaultValue || control.checked !== control.defaultChecked)

const isBegun = () => form !== null && (form.matches(':focus-within') || [...form.elements].some(isChanged))

const script = '/v1/widget.js'
await (await fetch(script)).text()
if (!isBegun()) await import(script)
