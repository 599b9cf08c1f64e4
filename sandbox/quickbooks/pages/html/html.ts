/** HTML as a template that escapes by itself: text put into it is never markup, whatever a customer is called. */
import { escapeHtml } from "../../../http/replies.ts";

/** Markup made by `html` only; a plain string is always escaped. */
export class Html {
  readonly #markup: string;

  constructor(token: symbol, markup: string) {
    if (token !== MADE_HERE) throw new Error("markup is made by html`` only");
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Nothing is written for `undefined` and `false`, so that parts can be left out with `&&`. */
export type Part = Html | string | number | undefined | false | readonly Part[];

const MADE_HERE = Symbol("made by html");

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const markup = strings.map((text, index) => `${text}${index < parts.length ? written(parts[index]) : ""}`).join("");
  return new Html(MADE_HERE, markup);
}

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.toString();
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return part.map(written).join("");
}
