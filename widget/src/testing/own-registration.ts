import type { OwnRegistration, PersonalData } from '#contract'
import { calendar, forum, venue, words } from './forums.ts'

/** A believable registration, of which a test states only what matters. */
export const ownRegistration = (given: Partial<OwnRegistration> = {}): OwnRegistration => ({
  forum: forum('sviatoshynskyi', {
    startTime: '10:00',
    endTime: '16:00',
    venue: {
      ...venue('готель «Road»', 'Hotel Road', 'вул. Велика кільцева, 70', '70 Velyka Kiltseva St'),
      shelter: words('у підвалі готелю', 'in the basement'),
      access: words('вхід без сходів', 'step-free entrance'),
      mapUrl: 'https://maps.example.org/road',
    },
  }),
  status: 'confirmed',
  waitlistPlace: null,
  code: '7H3M-2Q9X',
  name: 'Олена Приклад',
  email: 'olena@example.com',
  phone: '+380001234567',
  organisation: { name: 'ГО «Приклад»', edrpou: '00000000', role: 'координаторка' },
  proposal: { topic: 'Транспорт', text: 'Велодоріжка' },
  needs: null,
  locale: 'uk',
  mayChange: true,
  calendar: calendar(),
  confirmBy: null,
  createdAt: '2019-06-01T10:00:00.000Z',
  ...given,
})

export const personalData = (): PersonalData => ({
  registration: ownRegistration(),
  consent: { version: '2019-1', text: words('Текст згоди', 'Text'), givenAt: '2019-06-01T10:00:00.000Z' },
  submissions: [{ code: '7H3M-2Q9X', sentAt: '2019-06-01T10:00:00.000Z' }],
  letters: [{ kind: 'confirmed', createdAt: '2019-06-01T10:00:00.000Z' }],
  activities: [],
  note: null,
  cameAt: null,
  sourceHost: null,
})
