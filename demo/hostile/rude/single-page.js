// A site that never loads a second page: whatever stood in the view is thrown away.
const views = {
  '?news': '<h2>Новини</h2><p>Сьогодні новин немає.</p>',
  '?forums':
    '<kyiv-forums district="sviatoshynskyi"><a href="https://kyivcity.gov.ua">Розклад форумів</a></kyiv-forums>',
}

const show = () => {
  document.querySelector('#view').innerHTML = views[location.search] ?? views['?forums']
}

document.querySelector('nav').addEventListener('click', event => {
  event.preventDefault()
  history.pushState(null, '', event.target.href)
  show()
})
addEventListener('popstate', show)
show()
