"""The look of an evidence pack: on a screen, light and dark, on a telephone and on A4."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --faint: #565f68; --line: #d9dde1; --wash: #f5f6f7;
  --link: #0b5394; --mark: #fff3c4; --loud: #8a3b00; --loud-wash: #fdf1e7;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --ink: #e6e9ec; --faint: #a4adb5; --line: #343b42; --wash: #1e2227;
    --link: #84bdf0; --mark: #4a4118; --loud: #f2b27a; --loud-wash: #33251a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 66rem; background: var(--paper);
  color: var(--ink); font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4 { line-height: 1.25; margin: 0; font-weight: 650; }
h1 { font-size: 1.75rem; margin-bottom: 1rem; }
h2 { font-size: 1.3rem; margin: 2.75rem 0 0.75rem; padding-top: 0.6rem;
  border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; }
h4 { font-size: 0.8125rem; margin: 1.4rem 0 0.35rem; color: var(--faint);
  text-transform: uppercase; letter-spacing: 0.04em; }
p, ul, ol { margin: 0.5rem 0; }
ul, ol { padding-left: 1.15rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
code { font: 0.86em/1.4 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
pre { margin: 0.5rem 0; padding: 0.7rem 0.9rem; background: var(--wash); white-space: pre-wrap;
  border: 1px solid var(--line); }
.hash { word-break: break-all; color: var(--faint); }
.quiet, .kicker { color: var(--faint); }
.kicker { margin: 0 0 0.25rem; font-size: 0.875rem; letter-spacing: 0.02em; }
.lead { margin-top: 1rem; padding: 0.7rem 0.9rem; background: var(--wash);
  border-left: 3px solid var(--faint); max-width: 48rem; }
nav ol { columns: 2; padding-left: 1.3rem; margin: 1.25rem 0 0; max-width: 40rem; }
.facts { margin: 0.5rem 0; }
.facts > div { display: grid; grid-template-columns: 11.5rem 1fr; gap: 0 1rem;
  padding: 0.2rem 0; border-top: 1px solid var(--line); }
.facts > div:last-child { border-bottom: 1px solid var(--line); }
.wide .facts { columns: 2; column-gap: 2.5rem; border-top: 1px solid var(--line); }
.wide .facts > div { break-inside: avoid; border: 0; border-bottom: 1px solid var(--line);
  grid-template-columns: 8.5rem 1fr; }
dt { color: var(--faint); }
dd { margin: 0; min-width: 0; }
dd ul { margin: 0; padding-left: 1rem; }
table { width: 100%; border-collapse: collapse; margin: 0.5rem 0 1rem; font-size: 0.875rem; }
caption { text-align: left; color: var(--faint); padding-bottom: 0.3rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0;
  border-top: 1px solid var(--line); font-weight: inherit; }
thead th { color: var(--faint); white-space: nowrap; border-top: 0;
  border-bottom: 1px solid var(--faint); }
tbody tr:last-child > * { border-bottom: 1px solid var(--line); }
strong { font-weight: 650; font-variant-numeric: tabular-nums; }
.dates td:nth-child(5) { white-space: nowrap; }
td ul { margin: 0; padding-left: 1rem; }
del { color: var(--faint); }
ins { text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
article { margin: 2.25rem 0 0; padding-top: 1rem; border-top: 1px solid var(--faint); }
.question { margin: 0 0 2rem; }
.number { color: var(--faint); font-variant-numeric: tabular-nums; }
article > header > .kicker { margin-bottom: 0.1rem; }
.figure { margin: 0.35rem 0 0; font-size: 1rem; line-height: 1.2; }
.figure strong { font-size: 2rem; }
.sentence { font-size: 1.0625rem; max-width: 48rem; }
.warnings { list-style: none; padding: 0; max-width: 48rem; }
.warnings:empty { display: none; }
.warnings li { padding: 0.3rem 0.7rem; margin: 0.3rem 0; border-left: 3px solid var(--line); }
.warnings .loud { color: var(--loud); background: var(--loud-wash); border-color: var(--loud); }
blockquote { margin: 0.5rem 0; padding: 0.2rem 0.9rem; border-inline-start: 3px solid var(--ink);
  font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; }
mark { background: var(--mark); color: inherit; padding: 0 0.1em; }
figure { margin: 1rem 0; }
figure svg { display: block; max-width: 100%; height: auto; padding: 0.5rem; background: #fff;
  color: #1b1f24; border: 1px solid var(--line); }
figcaption { color: var(--faint); font-size: 0.8125rem; margin-top: 0.3rem; }
article caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); }
.history { font-size: 0.8125rem; }
.history td:nth-child(3) { white-space: nowrap; }
.history td:nth-child(4), .history td:nth-child(5) { min-width: 5.5rem; }
.history td:last-child { min-width: 10rem; }
.history .hash { font-size: 0.9em; }
@media screen and (max-width: 44rem) {
  body { padding: 1.25rem 0.9rem 3rem; }
  h1 { font-size: 1.4rem; }
  nav ol { columns: 1; }
  .wide .facts { columns: 1; }
  .facts > div, .wide .facts > div { grid-template-columns: 6.75rem 1fr; gap: 0 0.6rem; }
  .stack, .stack caption, .stack tbody, .stack tr, .stack th, .stack td { display: block; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); }
  .stack tr { padding: 0.4rem 0; border-top: 1px solid var(--line); }
  .stack tbody th, .stack tbody td { display: grid; grid-template-columns: 6.75rem 1fr;
    gap: 0 0.6rem; padding: 0.1rem 0; border: 0; }
  .stack tbody th::before, .stack tbody td::before { content: attr(data-label);
    color: var(--faint); }
}
@page { size: A4; margin: 13mm 14mm 15mm;
  @bottom-left { content: "On Record, evidence pack"; font: 8pt sans-serif; color: #565f68; }
  @bottom-right { content: "page " counter(page) " of " counter(pages); font: 8pt sans-serif;
    color: #565f68; } }
@media print {
  body { padding: 0; max-width: none; font-size: 9pt; line-height: 1.3; }
  h1 { font-size: 17pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; }
  h4 { font-size: 7.5pt; margin: 0.65rem 0 0.15rem; }
  p, ul, ol, table, .facts, blockquote { margin-block: 0.3rem; }
  th, td { padding-block: 0.12rem; }
  .warnings li { margin: 0.15rem 0; padding-block: 0.1rem; }
  blockquote { padding-block: 0; }
  table, .facts, figcaption, .kicker { font-size: 8pt; } .history { font-size: 7pt; }
  .figure strong { font-size: 20pt; } .sentence, blockquote { font-size: 10.5pt; }
  .facts > div { grid-template-columns: 38mm 1fr; padding: 0.12rem 0; }
  .wide .facts > div { grid-template-columns: 27mm 1fr; }
  a { color: inherit; text-decoration: none; }
  article, #questions, #reading { break-before: page; }
  article { margin: 0; padding: 0; border: 0; }
  #claims > article:first-of-type { break-before: auto; }
  #claims { break-before: page; }
  #questions > h2, #claims > h2, #reading > h2 { margin-top: 0; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, blockquote, figure, .facts > div, li, .warnings, pre { break-inside: avoid; }
  tbody tr:first-child { break-before: avoid; }
  thead { display: table-header-group; }
  .lead, pre, .loud, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
DIGEST = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{DIGEST}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser may do with the file: apply this very style, and nothing else."""
