/** Names with their values; what has no value is not mentioned. */
import { html } from "./html.ts";
import type { Html, Part } from "./html.ts";

export function factList(facts: readonly (readonly [string, Part])[]): Html | false {
  const present = facts.filter(([, value]) => value !== undefined && value !== "" && value !== false);
  return present.length > 0 && html`<dl class="facts">${present.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
