/** Compares an order's live documents with the expected ones: exactly these, in any sequence. */
import { sameAmount } from "../result/amount.ts";
import { isLive, type ResultDocument, type ResultLink } from "../result/result.ts";
import type { ExpectedDocument, ExpectedLink } from "../script/expect-step.ts";

/** What does not hold, in sentences; empty when everything does. */
export function documentFailures(expected: readonly ExpectedDocument[], documents: readonly ResultDocument[]): string[] {
  const left = documents.filter(isLive);
  const failures: string[] = [];
  // The most exactly described documents choose first, so that a loose description never takes another one's document.
  for (const wanted of [...expected].sort((a, b) => Object.keys(b).length - Object.keys(a).length)) {
    const found = left.findIndex((document) => differences(wanted, document, documents).length === 0);
    if (found >= 0) left.splice(found, 1);
    else failures.push(missing(wanted, left, documents));
  }
  return [...failures, ...left.map((document) => `a document too many: ${described(document)}`)];
}

function missing(wanted: ExpectedDocument, left: readonly ResultDocument[], all: readonly ResultDocument[]): string {
  const near = left.filter((document) => document.kind === wanted.kind);
  if (near.length === 0) return `no ${wanted.kind} like ${JSON.stringify(wanted)} in the books`;
  return near.map((document) => `${described(document)}: ${differences(wanted, document, all).join(", ")}`).join("; ");
}

function differences(wanted: ExpectedDocument, found: ResultDocument, all: readonly ResultDocument[]): string[] {
  if (wanted.kind !== found.kind) return [`kind is ${found.kind}`];
  const off: string[] = [];
  if (wanted.number !== undefined && wanted.number !== found.docNumber) off.push(`number is ${found.docNumber}, expected ${wanted.number}`);
  if (wanted.total !== undefined && !sameAmount(wanted.total, found.total)) off.push(`total is ${found.total}, expected ${wanted.total}`);
  if (wanted.balance !== undefined && !sameAmount(wanted.balance, found.balance ?? "0")) off.push(`balance is ${found.balance ?? "none"}, expected ${wanted.balance}`);
  if (wanted.status !== undefined && !statusFits(wanted, found)) off.push(`status is ${found.status}, expected ${wanted.status}`);
  off.push(...headerDifferences(wanted, found));
  if (wanted.linkedTo !== undefined) off.push(...linkDifferences(wanted.linkedTo, found.links, all));
  return off;
}

function headerDifferences(wanted: ExpectedDocument, found: ResultDocument): string[] {
  const off: string[] = [];
  for (const name of ["date", "customer", "vendor", "dueDate", "terms", "class", "location", "paymentMethod", "message"] as const) {
    const value = wanted[name];
    if (value !== undefined && value !== (found[name] ?? null)) off.push(`${name} is ${found[name] ?? "none"}, expected ${value ?? "none"}`);
  }
  const items = found.lines.map(({ item }) => item);
  if (wanted.items !== undefined && JSON.stringify(wanted.items) !== JSON.stringify(items)) off.push(`items are ${items.join(", ")}, expected ${wanted.items.join(", ")}`);
  if (wanted.memo !== undefined && !(found.memo ?? "").includes(wanted.memo)) off.push(`memo is "${found.memo ?? ""}", expected "${wanted.memo}" in it`);
  for (const [name, value] of Object.entries(wanted.customFields ?? {})) {
    if (found.customFields?.[name] !== value) off.push(`${name} is ${found.customFields?.[name] ?? "empty"}, expected ${value}`);
  }
  return off;
}

/** For a sales order `open` stands for pending or accepted: not closed yet. */
function statusFits(wanted: ExpectedDocument, found: ResultDocument): boolean {
  if (found.kind === "sales_order" && wanted.status === "open") return found.status === "pending" || found.status === "accepted";
  return wanted.status === found.status;
}

function linkDifferences(wanted: readonly ExpectedLink[], links: readonly ResultLink[], all: readonly ResultDocument[]): string[] {
  const text = links.map((link) => `${link.kind} ${link.id}`).join(", ") || "nothing";
  if (wanted.length === 0) return links.length === 0 ? [] : [`is linked to ${text}, expected no link`];
  return wanted
    .filter((link) => !links.some((found) => linkFits(link, found, all)))
    .map((link) => `is linked to ${text}, expected ${typeof link === "string" ? link : JSON.stringify(link)}`);
}

function linkFits(wanted: ExpectedLink, found: ResultLink, all: readonly ResultDocument[]): boolean {
  const number = all.find((document) => document.kind === found.kind && document.id === found.id)?.docNumber;
  if (typeof wanted === "string") return wanted === found.kind || wanted === number;
  return wanted.kind === found.kind && (wanted.number === undefined || wanted.number === number);
}

const described = ({ kind, docNumber, total, status }: ResultDocument): string => [kind, docNumber, total, status].filter((part) => part !== null).join(" ");
