/** The commands of the recipes, in the order in which they are run. Shown in every language as they are, and run by a test. */
export const recipeNames = [
  'token',
  'venue',
  'draft',
  'publish',
  'site',
  'person',
  'list',
  'export',
  'check-in',
  'many',
  'receiver',
  'webhook',
] as const

export type RecipeName = (typeof recipeNames)[number]

/** Where the worker is, and what day it is there. */
export type Place = { readonly origin: string; readonly today: string }

export type Command = { readonly language: 'sh' | 'js'; readonly text: string }

const sh = (text: string): Command => ({ language: 'sh', text: text.trim() })
const js = (text: string): Command => ({ language: 'js', text: text.trim() })

/** `printf` and `sed` are everywhere where `curl` is; `jq` is not. */
export const commands = ({ origin, today }: Place): Readonly<Record<RecipeName, Command>> => ({
  token: sh(`
export API='${origin}/api/v1'
export TOKEN='kf_…'
kf() { curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$@"; }
etag() { kf -o /dev/null -D - "$1" | tr -d '\\r' | sed -n 's/^[Ee][Tt]ag: //p'; }
kf "$API/admin/me"`),

  venue: sh(`
export SERIES='2019' DISTRICT='darnytskyi'
export FORUM="try-$(date +%s)"
kf "$API/admin/venues" -d @- <<JSON
{
  "slug": "$FORUM-hall",
  "district": "$DISTRICT",
  "name": { "uk": "Зала", "en": "Hall" },
  "address": { "uk": "вул. Прикладна, 1", "en": "1 Prykladna St" }
}
JSON`),

  draft: sh(`
kf "$API/admin/forums" -d @- <<JSON
{
  "slug": "$FORUM",
  "series": "$SERIES",
  "district": "$DISTRICT",
  "title": { "uk": "Спроба", "en": "A trial" },
  "date": "${today}",
  "startTime": "23:00",
  "endTime": "23:59",
  "venue": "$FORUM-hall",
  "capacity": 80,
  "waitlistCapacity": 40
}
JSON`),

  publish: sh(`
kf "$API/admin/forums/$FORUM/moves" -H "If-Match: $(etag "$API/admin/forums/$FORUM")" -d '{ "move": "announce" }'
curl -sS --fail-with-body "$API/forums/$FORUM"`),

  site: sh(`
export SITE="$FORUM.example.org"
kf "$API/admin/sites" -d @- <<JSON
{ "hostname": "$SITE", "district": "$DISTRICT" }
JSON`),

  person: sh(`
CONSENT=$(curl -sS "$API/forums/$FORUM/form" | sed -n 's/.*"consent":{"version":"\\([^"]*\\)".*/\\1/p')
PERSON=$(kf "$API/admin/forums/$FORUM/registrations" -d @- <<JSON
{
  "name": "Олена Приклад",
  "phone": "+380 00 123 45 67",
  "locale": "uk",
  "consent": { "given": true, "version": "$CONSENT", "channel": "phone" }
}
JSON
)
CODE=$(printf '%s' "$PERSON" | sed -n 's/.*"code":"\\([^"]*\\)".*/\\1/p')
echo "$CODE"`),

  list: sh(`
kf "$API/admin/forums/$FORUM/registrations?status=confirmed&sort=name&limit=50"
kf -G "$API/admin/forums/$FORUM/registrations" --data-urlencode 'q=прикл ол'`),

  export: sh(`
kf -OJ "$API/admin/forums/$FORUM/exports/csv?lang=uk"
kf -OJ "$API/admin/forums/$FORUM/exports/xlsx?lang=uk"`),

  'check-in': sh(`
kf "$API/admin/forums/$FORUM/check-ins" -d @- <<JSON
{ "code": "$CODE" }
JSON`),

  many: sh(`
echo "$CODE" > codes.txt
while read -r each; do
  printf '{ "code": "%s" }' "$each" | kf "$API/admin/forums/$FORUM/check-ins" -d @- || true
  echo
done < codes.txt`),

  receiver: js(`
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const key = Buffer.from(process.env.WEBHOOK_SECRET.replace('whsec_', ''), 'base64')

createServer(async (request, response) => {
  const body = Buffer.concat(await Array.fromAsync(request)).toString()
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature = '' } = request.headers
  const expected = Buffer.from(\`v1,\${createHmac('sha256', key).update(\`\${id}.\${time}.\${body}\`).digest('base64')}\`)
  const given = Buffer.from(signature)
  const isFresh = Math.abs(Date.now() / 1000 - Number(time)) < 300
  const isOurs = isFresh && given.length === expected.length && timingSafeEqual(given, expected)
  if (isOurs) console.log(id, body)
  response.writeHead(isOurs ? 204 : 401).end()
}).listen(process.env.PORT)`),

  webhook: sh(`
export HOOK='https://crm.example.org/kyiv-forums'
kf "$API/admin/webhooks" -d @- <<JSON
{ "url": "$HOOK", "events": ["registration", "check-in"], "districts": ["$DISTRICT"] }
JSON`),
})
