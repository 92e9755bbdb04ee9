/** The attributes of the element, which a tag may carry as `data-*`. */
export const settings = ['district', 'forum', 'series', 'lang', 'theme', 'variant', 'registration', 'api'] as const
