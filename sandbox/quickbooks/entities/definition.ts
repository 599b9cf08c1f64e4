/** What one entity tells the write path about itself. A new entity is one file with one of these, and one line in the registry. */
import type { Books } from "../company/state.ts";
import type { Posting } from "../store/ledger.ts";
import type { JsonObject } from "../wire/json.ts";
import type { Fields } from "./shape.ts";

export type WriteOptions = { allowDuplicateDocNumber: boolean };

export type EntityDefinition = {
  /** As in bodies and queries: `Invoice`; the path is the same in lower case. */
  name: string;
  fields: Fields;
  /** Set by QuickBooks; ignored when a client sends them. */
  readOnly: readonly string[];
  /** Which count the ids come from. */
  idSpace: string;
  /** Properties a WHERE or ORDERBY may name. */
  filterable: readonly string[];
  /** Lists are deactivated, transactions deleted; settings and taxes are only read (05, 1.16). */
  kind: "list" | "transaction" | "readOnly";
  /** How an app voids it, if at all (a person can void what has `voided`): `?operation=void` or `?operation=update&include=void`. */
  voidBy?: "operation" | "include";
  /** Checks the draft (which has all values the row shall have) and fills in what QuickBooks computes. Throws refusals; changes nothing. */
  complete: (books: Books, draft: JsonObject, before: JsonObject | undefined, options: WriteOptions) => JsonObject;
  /** The ledger entries of a row; absent: the entity does not post. */
  postings?: (books: Books, row: JsonObject) => Posting[];
  /** What else changes once the row is stored: links, balances of others. */
  afterWrite?: (books: Books, row: JsonObject, before: JsonObject | undefined) => void;
  /** The same before a row disappears. */
  beforeDelete?: (books: Books, row: JsonObject) => void;
  /** The row as it is when void. Called before links of the row are released. */
  voided?: (books: Books, row: JsonObject) => JsonObject;
  /** Values that follow from other rows, put in when the row is answered. */
  render?: (books: Books, row: JsonObject) => JsonObject;
};
