import { type Api, newApi } from '../http/api.ts'
import { ownPageHeaders } from '../embed/embed-headers.ts'
import { localeOf } from '../pages/page-address.ts'
import { accessibilityPage } from './accessibility-page.ts'

export const accessibilityRoutes = (): Api => {
  const routes = newApi()
  routes.use('/accessibility', ownPageHeaders)
  routes.get('/accessibility', context =>
    context.html(accessibilityPage(localeOf(context)), 200, {
      'Cache-Control': 'public, max-age=3600',
    }),
  )
  return routes
}
