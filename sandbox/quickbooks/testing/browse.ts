/** For tests: the simulator's pages as a browser without a script would see them. */
import type { OpenCompany } from "./open-company.ts";

export type Seen = { status: number; html: string; headers: Headers };

export type Browser = {
  /** `path` below the company, such as `/documents`; a whole path when it starts with `//`. */
  open: (path: string) => Promise<Seen>;
  /** Sends a form and follows where it leads. */
  submit: (path: string, fields?: Record<string, string>, headers?: Record<string, string>) => Promise<Seen>;
  /** Where a link or form leads, without going there. */
  location: (path: string) => Promise<string | null>;
};

export function browse({ quickbooks, realmId }: OpenCompany): Browser {
  const address = (path: string): string => `${quickbooks.origin}${path.startsWith("//") ? path.slice(1) : `/company/${realmId}${path}`}`;
  const seen = async (response: Response): Promise<Seen> => ({ status: response.status, html: await response.text(), headers: response.headers });
  return {
    open: async (path) => seen(await fetch(address(path))),
    submit: async (path, fields = {}, headers = {}) => seen(await fetch(address(path), { method: "POST", body: new URLSearchParams(fields), headers })),
    location: async (path) => (await fetch(address(path), { redirect: "manual" })).headers.get("location"),
  };
}

/** Text without tags and with single blanks, as it is read. */
export function readable(html: string): string {
  const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  const words = html.replace(/<(style|script)[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
  return words.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity).replace(/\s+/g, " ");
}
