// As tag managers do it: a new tag in front of the first one, some time after the page.
setTimeout(() => {
  const tag = document.createElement('script')
  tag.async = true
  tag.src = 'https://HOST/v1/widget.js'
  const first = document.getElementsByTagName('script')[0]
  first.parentNode.insertBefore(tag, first)
}, 50)
