/** What a request to a company's pages leads to. */
import type { PageView } from "./page-view.ts";

/** The page to show, the address to go to next, or nothing there. */
export type Outcome = PageView | { goTo: string } | undefined;
