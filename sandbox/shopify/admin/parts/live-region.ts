/** A part of a page that keeps itself up to date: the script fetches the same address with `live=1` and gets this part alone. */
import type { Html } from "../html.ts";
import { html } from "../html.ts";

export function isLive(url: URL): boolean {
  return url.searchParams.has("live");
}

export function liveRegion({ pathname, searchParams }: URL, content: Html): Html {
  const query = new URLSearchParams(searchParams);
  for (const name of ["flash", "tone"]) query.delete(name);
  query.set("live", "1");
  return html`<div data-live="${pathname}?${query.toString()}">${content}</div>`;
}
