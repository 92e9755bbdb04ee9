// The place for the widget comes when the script has long been there.
setTimeout(() => {
  document.querySelector('#late').innerHTML =
    '<div data-kyiv-forums data-district="sviatoshynskyi"><a href="https://kyivcity.gov.ua">Розклад форумів</a></div>'
}, 700)
