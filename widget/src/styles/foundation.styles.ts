import { css } from './css.ts'

/**
 * What a host page must not be able to break: `all: initial` inside keeps out what is inherited (letter spacing, line
 * height, visibility…), which a rule on `:host` could not, since the page's own rules win there. Font and size are the page's.
 */
export const foundation = css`
  :host {
    display: block;
    width: 100%;
  }
  .root {
    all: initial;
    display: block;
    direction: ltr;
    font-family: inherit;
    font-size: max(14px, 1em);
    line-height: 1.5;
    color: var(--ink);
    background: var(--surface);
    color-scheme: light;
    --radius: var(--kyiv-forums-radius, 14px);
    --accent: var(--kyiv-forums-accent, light-dark(#0b4f9e, #8fbfff));
    --surface: var(--kyiv-forums-surface, light-dark(#fff, #111a26));
    --tint: var(--kyiv-forums-tint, light-dark(#f2f6fc, #182434));
    --ink: var(--kyiv-forums-ink, light-dark(#14202e, #edf2f9));
    --muted: var(--kyiv-forums-muted, light-dark(#52606f, #a8b6c8));
    --line: var(--kyiv-forums-line, light-dark(#d5dde8, #2c3b50));
    --good: light-dark(#17663a, #7fd8a4);
    --bad: light-dark(#b3261e, #ffb4ab);
    /* As dark or as light as text on the surface has to be (WCAG 1.4.3), whatever accent a host sets: y is its luminance. */
    --link: light-dark(
      color(
        from var(--accent) xyz-d65 calc(x * min(1, 0.15 / y)) calc(y * min(1, 0.15 / y)) calc(z * min(1, 0.15 / y))
      ),
      color(
        from var(--accent) xyz-d65 calc(x + (0.95 - x) * max(0, (0.3 - y) / (1 - y)))
          calc(y + (1 - y) * max(0, (0.3 - y) / (1 - y))) calc(z + (1.09 - z) * max(0, (0.3 - y) / (1 - y)))
      )
    );
  }
  .dark {
    color-scheme: dark;
  }
  .auto {
    color-scheme: light dark;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    overflow-wrap: break-word;
  }
  [hidden] {
    display: none !important;
  }
  ol,
  ul {
    list-style: none;
  }
  h2,
  h3,
  h4 {
    font-size: 1.1em;
    line-height: 1.25;
    text-wrap: balance;
  }
  /* Tall enough to be hit (WCAG 2.5.8), which moves nothing in a line. */
  a {
    padding: 4px 0;
    color: var(--link);
  }
  .muted,
  footer,
  header p,
  dt,
  .leaf i {
    color: var(--muted);
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Not under a header that a page keeps at its top (WCAG 2.4.11). */
  a,
  button,
  summary {
    scroll-margin: 25vh 0;
  }
  :focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 2px;
  }
  .button {
    min-height: 44px;
    padding: 9px min(20px, 4cqi);
    border: 2px solid var(--link);
    border-radius: 10px;
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-decoration: none;
    cursor: pointer;
  }
  .button,
  .leaf b {
    background: var(--accent);
    /* Black or white, whichever the accent's luminance makes more legible. */
    color: color(
      from var(--accent) xyz-d65 clamp(0, (0.18 - y) * 999, 0.95) clamp(0, (0.18 - y) * 999, 1)
        clamp(0, (0.18 - y) * 999, 1.09)
    );
  }
  .button:hover {
    text-decoration: underline;
  }
  .quiet,
  .row .button {
    background: none;
    color: var(--link);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 20px;
  }
  summary {
    padding: 10px 0;
    cursor: pointer;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
`
