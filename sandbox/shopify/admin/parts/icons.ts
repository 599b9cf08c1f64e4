/** The admin's few pictures, drawn inline so that no page waits for them. */
import type { Html } from "../html.ts";
import { html } from "../html.ts";

export function icon(name: "orders" | "products" | "apps" | "menu" | "plus" | "back" | "store" | "search"): Html {
  return html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}

const line = (path: string): Html => html`<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />`;

const SHAPES = {
  orders: line("M4 11h3l1 2h4l1-2h3M4 11V6a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z"),
  products: line("M9 3H4v5l8 8 5-5zM7 6.5h.01"),
  apps: line("M4 4h4.5v4.5H4zM11.5 4H16v4.5h-4.5zM4 11.5h4.5V16H4zM13.75 11.5V16M11.5 13.75H16"),
  menu: line("M3.5 6h13M3.5 10h13M3.5 14h13"),
  plus: line("M10 4.5v11M4.5 10h11"),
  back: line("M11.5 5 6.5 10l5 5"),
  store: line("M4 9v7h12V9M3 7l1.5-3h11L17 7c0 2-3.5 2-3.5 0 0 2-3.5 2-3.5 0 0 2-3.5 2-3.5 0C6.5 9 3 9 3 7z"),
  search: line("M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zM13 13l3.5 3.5"),
} as const;
