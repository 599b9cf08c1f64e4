/** One write of a run in words: `Invoice 1001 created`. */
import type { RunOrderRow } from "#app/pipeline/ports/runs.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import { RUN_PAGE_WORDS } from "./words.ts";

const KINDS = new Map<string, string>(Object.entries(DOCUMENT_WORDS).map(([kind, { one }]) => [kind, one]));
const OPS = new Map<string, string>(Object.entries(RUN_PAGE_WORDS.ops));

export const writtenWords = ({ op, kind, number }: RunOrderRow["writes"][number]): string =>
  [KINDS.get(kind) ?? kind, number, OPS.get(op) ?? op].filter((part) => part !== null).join(" ");
