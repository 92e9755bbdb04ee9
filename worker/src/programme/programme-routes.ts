import { newApi } from '../http/api.ts'
import { activityRoutes } from './activities-routes.ts'
import { districtRoutes } from './districts-routes.ts'
import { forumRoutes } from './forums-routes.ts'
import { seriesRoutes } from './series-routes.ts'
import { siteRoutes } from './sites-routes.ts'
import { venueRoutes } from './venues-routes.ts'

/** Everything that the public schedule is made of, and the sites on which it is shown. */
export const programmeRoutes = () =>
  newApi()
    .route('/', seriesRoutes())
    .route('/', districtRoutes())
    .route('/', siteRoutes())
    .route('/', venueRoutes())
    .route('/', forumRoutes())
    .route('/', activityRoutes())
