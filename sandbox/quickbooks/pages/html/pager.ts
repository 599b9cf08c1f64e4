/** Long lists in pages of fifty, by a `page` parameter that keeps all other parameters of the address. */
import { html } from "./html.ts";
import type { Html } from "./html.ts";

const PAGE_SIZE = 50;

export type Page<T> = { items: T[]; number: number; count: number; total: number; first: number };

/** The asked page; one that does not exist is the nearest that does. */
export function pageOf<T>(all: readonly T[], url: URL): Page<T> {
  const count = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const asked = Number(url.searchParams.get("page") ?? "1");
  const number = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), count) : 1;
  const first = (number - 1) * PAGE_SIZE;
  return { items: all.slice(first, first + PAGE_SIZE), number, count, total: all.length, first };
}

export function pager({ items, number, count, total, first }: Page<unknown>, url: URL): Html | false {
  if (total === 0) return false;
  const address = (page: number): string => {
    const parameters = new URLSearchParams(url.searchParams);
    parameters.set("page", String(page));
    return `?${parameters}`;
  };
  const step = (label: string, page: number): Html =>
    page < 1 || page > count ? html`<span class="button off" aria-disabled="true">${label}</span>` : html`<a class="button" href="${address(page)}">${label}</a>`;
  return html`<nav class="pager" aria-label="Pages"><p>${first + 1}–${first + items.length} of ${total}</p>
${count > 1 && html`<div class="row">${step("Previous", number - 1)} ${step("Next", number + 1)}</div>`}</nav>`;
}
