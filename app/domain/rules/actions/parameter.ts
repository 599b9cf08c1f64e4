/** What a parameter of an action is, so that one editor can draw every action. Pure description: it never reads an order. */

/** `account` to `customField` name something of the company, by its name in QuickBooks; the editor offers what is there. */
export type ParameterKind =
  | "text" | "choice" | "number" | "date" | "flag" | "table"
  | "account" | "item" | "class" | "department" | "term" | "taxCode" | "vendor" | "customer" | "paymentMethod" | "customField";

/** Where a value may come from: written down, the value of a field, or text with fields in braces. */
export type ResultSource = "constant" | "copy" | "template";

export type ParameterChoice = { value: string; label: string };

export type Parameter = {
  name: string;
  label: string;
  help: string;
  kind: ParameterKind;
  required: boolean;
  sources: readonly ResultSource[];
  /** Of kind `choice`; empty for every other. */
  choices: readonly ParameterChoice[];
  /** Characters of the value. */
  maxLength: number;
};

export type ParameterDefinition = Pick<Parameter, "name" | "label" | "help" | "kind"> & Partial<Parameter>;

const ANY_SOURCE: readonly ResultSource[] = ["constant", "copy", "template"];
const WRITTEN: readonly ResultSource[] = ["constant"];

/** Kinds whose values cannot be taken from an order. */
const ONLY_WRITTEN: readonly ParameterKind[] = ["choice", "flag", "number", "table", "customField"];

/** Text of a parameter of which nothing else is said; QuickBooks' names are shorter. */
const MAX_LENGTH = 200;

export const parameter = (definition: ParameterDefinition): Parameter => ({
  required: true,
  sources: ONLY_WRITTEN.includes(definition.kind) ? WRITTEN : ANY_SOURCE,
  choices: [],
  maxLength: MAX_LENGTH,
  ...definition,
});
