import { expect, test } from '@playwright/test'
import { beAnybody, fill, openHost, organise, registrations, submit, tagOf } from './steps.ts'

/**
 * The first day of a new district organiser, with nothing but a token: a forum of their own, seen by everybody, its list
 * taken home, somebody let in at the door.
 */
const slug = 'organiser-desnianskyi'

test('a district organiser publishes a forum, sees it on a page, takes its list and checks somebody in', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const made = await organise('POST', '/organisers', {
    body: { name: 'Деснянська РДА', role: 'district', districts: ['desnianskyi'] },
  })
  expect(made.status).toBe(201)
  const { token } = (await made.json()) as { token: string }

  await test.step('makes a forum and publishes it', async () => {
    const drafted = await organise('POST', '/forums', {
      token,
      body: {
        slug,
        series: 'journeys',
        district: 'desnianskyi',
        title: { uk: 'Форум для організаторки', en: 'A forum for an organiser' },
        date: '2019-06-03',
        startTime: '22:00',
        endTime: '23:30',
        capacity: 20,
      },
    })
    expect(drafted.status).toBe(201)
    const announced = await organise('POST', `/forums/${slug}/moves`, {
      token,
      body: { move: 'announce' },
      etag: drafted.headers.get('ETag') ?? '',
    })
    expect(announced.status).toBe(200)
  })

  await test.step('sees it on a page within a minute', async () => {
    await expect(async () => {
      const widget = await openHost(page, tagOf('data-series="journeys" data-district="desnianskyi"'))
      await expect(widget.getByText('Форум для організаторки')).toBeVisible({ timeout: 5_000 })
    }).toPass({ timeout: 60_000 })
  })

  await test.step('somebody registers there', async () => {
    await beAnybody(page)
    const widget = page.locator('kyiv-forums')
    await widget
      .getByRole('button', { name: /Зареєструватися/ })
      .first()
      .click()
    await fill(widget, { name: 'Особа Деснянська', email: 'desna@example.com' })
    await page.waitForTimeout(3_100)
    await submit(widget).click()
    await expect(widget.getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}/)).toBeVisible()
  })

  const [person] = await registrations(slug)
  expect(person?.name).toBe('Особа Деснянська')

  await test.step('the list goes into a spreadsheet', async () => {
    const answer = await organise('GET', `/forums/${slug}/exports/csv`, { token })
    expect(answer.headers.get('Content-Disposition')).toContain(slug)
    const text = await answer.text()
    expect(text).toContain('"Особа Деснянська"')
    expect(text).toContain(`"${person?.code}"`)
  })

  await test.step('the person is let in once, however the code is typed', async () => {
    const scan = (code: string) => organise('POST', `/forums/${slug}/check-ins`, { token, body: { code } })
    const first = await scan(person?.code.toLowerCase().replace('-', ' ') ?? '')
    expect(await first.json()).toMatchObject({ result: 'first', person: { name: 'Особа Деснянська' } })
    expect(await (await scan(person?.code ?? '')).json()).toMatchObject({ result: 'already' })
  })

  await test.step('and another district is not theirs', async () => {
    expect((await organise('GET', '/forums/2019-dniprovskyi', { token })).status).toBe(404)
  })
})
