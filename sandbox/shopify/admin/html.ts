/** HTML as text that cannot be forgotten to escape: everything put into the template is escaped unless it is HTML already. */
import { escapeHtml } from "../../http/replies.ts";

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** Numbers and strings are escaped; null, undefined and false are nothing; lists are joined. */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(template.reduce((text, part, index) => text + render(contents[index - 1]) + part));
}

function render(content: Content): string {
  if (content instanceof Html) return content.text;
  if (content === null || content === undefined || content === false) return "";
  return typeof content === "object" ? content.map(render).join("") : escapeHtml(String(content));
}
