/** A short list of amounts with bars, the longest one full. Bars only repeat what the amounts say. */
import { html } from "./html.ts";
import type { Html, Part } from "./html.ts";

export type Bar = { label: Part; amount: string; size: bigint };

export function bars(list: readonly Bar[]): Html {
  const magnitudes = list.map(({ size }) => magnitude(size));
  const largest = magnitudes.reduce((max, size) => (size > max ? size : max), 1n);
  return html`<ul class="bars">${list.map(
    ({ label, amount, size }) => html`<li><span class="label">${label}</span><span class="amount">${amount}</span>
<svg class="bar ${size < 0n ? "negative" : ""}" aria-hidden="true"><rect width="${percent(magnitude(size), largest)}%" height="100%"></rect></svg></li>`,
  )}</ul>`;
}

function magnitude(size: bigint): bigint {
  return size < 0n ? -size : size;
}

/** A whole percentage: bars are a few hundred pixels long. */
function percent(part: bigint, whole: bigint): string {
  return ((part * 100n) / whole).toString();
}
