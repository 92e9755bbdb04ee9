import { readFile } from 'node:fs/promises'
import type { Plugin } from 'rolldown'

type Patch = readonly [unneeded: RegExp, instead: string]

/** A host's own Lit would warn of ours, and scripts of several versions on one page are a host's business. */
const ofThePage: readonly Patch[] = [
  [/\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
  [/,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),0/, ''],
  [/class Z\{.*?\}const j=\{.*?\}(?=;const D=)/, ''],
  [/export\{j as _\$LH,.*?\}/, 'export{b as html,A as nothing,D as render}'],
]

/**
 * The Trusted Types policy bears our name, is made when the first template is, not by a second copy of the script, and
 * is done without where a page allows no policies but asks for none.
 */
const policy: readonly Patch[] = [
  [/const t=globalThis,i=t=>t,s=t\.trustedTypes,e=s\?.*?:void 0,h=/, 'let e;const h='],
  [
    /if\(!u\(t\)\|\|!t\.hasOwnProperty\("raw"\)\)throw Error\([^)]*\);return void 0!==e\?e\.createHTML\(i\):i/,
    'if(void 0===e){e=null;try{e=globalThis.trustedTypes.createPolicy("kyiv-forums",{createHTML:t=>t})}catch{}}return e?e.createHTML(i):i',
  ],
  [/function V\(t,i\)/, 'function V(i)'],
  [/V\(t,(?=l\+)/, 'V('],
]

/** No SVG or MathML fragments, no templates made by hand: a template is what has strings. */
const kinds: readonly Patch[] = [
  [/x=t=>\(i,\.\.\.s\)=>\(\{_\$litType\$:t,(strings:i,values:s\}\)),b=x\(1\),w=x\(2\),T=x\(3\)/, 'b=(i,...s)=>({$1'],
  [/,l=2===i\?"<svg>":3===i\?"<math>":""/, ',l=""'],
  [/\+\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/, ''],
  [/,2===i\|\|3===i\)\{const t=this\.el\.content\.firstChild;t\.replaceWith\(\.\.\.t\.childNodes\)\}for/, ');for'],
  [/N=\(t,i\)=>/, 'N=t=>'],
  [/N\(t,i\)/, 'N(t)'],
  [/\{strings:t,_\$litType\$:i\},e\)/, '{strings:t})'],
  [/\{values:i,_\$litType\$:s\}=t,e="number"==typeof s\?this\._\$AC\(t\):.*?,s\);/, '{values:i}=t,e=this._$AC(t);'],
  [/void 0!==t\._\$litType\$\?/, 't.strings?'],
]

/** No bindings inside comments, raw text, names of tags or whole elements: only children and attributes. */
const places: readonly Patch[] = [
  [/v=\/<.*?\/g,_=\/-->\/g,m=\/>\/g,/, 'v=/<\\/?[a-z]/gi,'],
  [/,y=\/\^\(\?:script\|style\|textarea\|title\)\$\/i/, ''],
  [/c===v\?"!--"===.*?\(c=p\):c===p\?/, 'c===v?c=p:c===p?'],
  [/\(c=n\?\?v,d=-1\):void 0===u\[1\]\?d=-2:/, '(c=v,d=-1):'],
  [/:c===\$\|\|c===g\?c=p:c===_\|\|c===m\?c=v:\(c=p,n=void 0\)/, ':c=p'],
  [/const x=c===p&&t\[i\+1\]\.startsWith\("\/>"\)\?" ":"";/, ''],
  [/\+o\+x\):s\+o\+\(-2===d\?i:x\)/, '+o):s+o'],
  [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\);/, ''],
  [/if\(y\.test\(r\.tagName\)\)\{const t=r\.textContent.*?r\.append\(t\[i\],c\(\)\)\}\}\}/, '}'],
  [/if\(r\.hasAttributes\(\)\)/, ''],
  [/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf\(o,t\+1\)\);\)d\.push\(\{type:7,index:l\}\),t\+=o\.length-1\}/, ''],
]

/** No directives, no marks that differ from load to load, and no state that only they and nested roots ask for. */
const directives: readonly Patch[] = [
  [/o=`lit\$\$\{Math\.random\(\)\.toFixed\(9\)\.slice\(2\)\}\$`/, 'o="lit$"'],
  [/,E=Symbol\.for\("lit-noChange"\),A=Symbol\.for\("lit-nothing"\),C=new WeakMap/, ',A=Symbol(),C=new Map'],
  [/function M\(.*?,i\}(?=class R)/, ''],
  [
    /constructor\(t,i\)\{this\._\$AV=\[\],this\._\$AN=void 0,this\._\$AD=t,this\._\$AM=i\}get parentNode.*?(?=u\(t\))/,
    'constructor(t){this._$AV=[],this._$AD=t}',
  ],
  [/u\(t\)(?=\{const\{el)/, 'u()'],
  [/\(t\?\.creationScope\?\?l\)/, 'l'],
  [
    /let i;2===r\.type\?.*?this\._\$AV\.push\(i\)/,
    'this._$AV.push(r.ctor?new r.ctor(h,r.name,r.strings):new k(h,h.nextSibling))',
  ],
  [/type:1,/, ''],
  [/type:2,/, ''],
  [/void 0!==s&&\((void 0!==s\.strings\?.*?:s\._\$AI\(t\[i\]\))\)/, '$1'],
  [/T\(t\)\{this\._\$AH!==t&&\((.*?)\)\}_/, 'T(t){$1}_'],
  [
    /get _\$AU\(\)\{return this\._\$AM\?\..*?(?=_\$AI\(t,i=this\)\{t=M)/,
    'constructor(t,i){this._$AH=A,this._$AA=t,this._$AB=i}',
  ],
  [/_\$AI\(t,i=this\)\{t=M\(this,t,i\),a\(t\)/, '_$AI(t){a(t)'],
  [/:t!==this\._\$AH&&t!==E&&this/, ':t!==this._$AH&&this'],
  [/:void 0!==t\.nodeType\?this\.T\(t\):d\(t\)\?/, ':u(t)?'],
  [/,d=t=>u\(t\).*?Symbol\.iterator\]/, ''],
  [/new R\(e,this\),s=t\.u\(this\.options\)/, 'new R(e),s=t.u()'],
  [/new k\(this\.O\(c\(\)\),this\.O\(c\(\)\),this,this\.options\)/, 'new k(this.O(c()),this.O(c()))'],
  [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
  [/=this\._\$AA\.nextSibling,s\)/, '=this._$AA.nextSibling)'],
  [/this\._\$AR\(s&&s\._\$AB\.nextSibling,e\)/, 'this._$AR(s&&s._$AB.nextSibling)'],
  [/const s=i\(t\)\.nextSibling;i\(t\)\.remove\(\)/, 'const s=t.nextSibling;t.remove()'],
  [/setConnected\(t\)\{.*?\}\}/, '}'],
  [/get tagName\(\)\{.*?\}get _\$AU\(\)\{.*?\}constructor\(t,i,s,e,h\)\{this\.type=1,/, 'constructor(t,i,s){'],
  [/(this\._\$AH=A,)this\._\$AN=void 0,(this\.element=t,this\.name=i),this\._\$AM=e,this\.options=h,/, '$1$2,'],
  [/_\$AI\(t,i=this,s,e\)/, '_$AI(t,i,s)'],
  [/t=M\(this,t,i,0\),o=!a\(t\)\|\|t!==this\._\$AH&&t!==E/, 'o=!a(t)||t!==this._$AH'],
  [/r=M\(this,e\[s\+n\],i,n\),r===E&&\(r=this\._\$AH\[n\]\)/, 'r=e[s+n]'],
  [/o&&!e&&this\.j\(t\)/, 'o&&this.j(t)'],
  [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=3\}/, ''],
  [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, ''],
  [/constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}/, ''],
  [
    /_\$AI\(t,i=this\)\{if\(\(t=M.*?(?=this\._\$AH=t\}handle)/,
    '_$AI(t){this._$AH===A&&this.element.addEventListener(this.name,this);',
  ],
  [/handleEvent\(t\)\{.*?\}\}/, 'handleEvent(t){this._$AH(t)}}'],
  [
    /\(t,i,s\)=>\{const e=s\?\.renderBefore\?\?i;let h=e\._\$litPart\$;.*?return h\._\$AI\(t\),h\}/,
    '(t,i)=>{(i._$litPart$??=new k(i.appendChild(c()),null))._$AI(t)}',
  ],
]

const quieter = [...ofThePage, ...policy, ...kinds, ...places, ...directives]

const original = new URL('../node_modules/lit-html/lit-html.js', import.meta.url)

/** Whoever updates Lit hears of each text that is not there any more. */
const quiet = (lit: string): string =>
  quieter.reduce((text, [pattern, instead]) => {
    if (!pattern.test(text)) throw new Error(`Lit has changed: ${pattern} is not in it any more`)
    return text.replace(pattern, instead)
  }, lit)

const quietName = '\0quiet-lit.js'

/** Gives this Lit to whoever asks for `lit/html.js`. */
export const quietLit: Plugin = {
  name: 'quiet-lit',
  resolveId: { order: 'pre', handler: specifier => (specifier === 'lit/html.js' ? quietName : null) },
  load: async id => (id === quietName ? quiet(await readFile(original, 'utf8')) : null),
}
