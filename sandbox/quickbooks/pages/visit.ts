/** One request to the pages of one company: what was asked, and how to read and change its books. */
import type { Books } from "../company/state.ts";
import type { QuickBooksControl } from "../control/control.ts";

export type Visit = {
  realmId: string;
  url: URL;
  /** Empty unless something was sent. */
  form: URLSearchParams;
  control: QuickBooksControl;
  /** Reads the books as they are now; what is read must not be changed. */
  read: <T>(work: (books: Books) => T) => T;
};
