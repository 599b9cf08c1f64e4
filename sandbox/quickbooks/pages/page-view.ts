/** What a page of a company says; the frame around it is put on by the routes. */
import type { Part } from "./html/html.ts";
import type { Notice } from "./html/notice.ts";

export type Section = "overview" | "documents" | "customers" | "accounts" | "trial-balance" | "requests" | "settings";

export type PageView = {
  section: Section;
  title: string;
  heading?: Part;
  live?: boolean;
  notice?: Notice | undefined;
  /** Between heading and body; stays as it is while the body updates itself. */
  before?: Part;
  body: Part;
  /** Dialogs. */
  after?: Part;
  /** 200 unless something is refused or not there. */
  status?: number;
};
