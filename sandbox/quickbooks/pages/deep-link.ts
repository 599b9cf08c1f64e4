/** Links in the shape of the real product (`/app/invoice?txnId=130`), so that the app can build one kind of link for both. */
import { findRow } from "../store/rows.ts";
import type { QuickBooksControl } from "../control/control.ts";
import { entityOfLink } from "./documents/document-words.ts";
import { html } from "./html/html.ts";
import { plainPage } from "./html/layout.ts";
import type { Visit } from "./visit.ts";

type Target = { entity: string; id: string; below: string };

/** The address the link means, or a page that says why there is none. */
export function followLink(url: URL, control: QuickBooksControl, visit: (realmId: string) => Visit): { goTo: string } | { status: number; page: string } {
  const target = targetOf(url);
  if (!target) return problem("This link leads nowhere", "QuickBooks has no page of this kind, or the link has no number.");
  const asked = url.searchParams.get("companyId");
  const companies = control.companies().filter(({ realmId }) => asked === null || asked === realmId);
  const holders = companies.filter(({ realmId }) => visit(realmId).read((books) => isKnown(books.state.audit, target) || findRow(books, target.entity, target.id)));
  const [first, second] = holders;
  if (!first) return problem("There is no such document", `No company here has ${target.entity} ${target.id}${asked === null ? "" : ` and the company id ${asked}`}.`);
  const address = (realmId: string): string => `/company/${realmId}/${target.below}/${target.id}`;
  if (!second) return { goTo: address(first.realmId) };
  const links = holders.map(({ realmId, name }) => html`<li><a class="company-card" href="${address(realmId)}"><strong>${name}</strong><span class="quiet">${realmId}</span></a></li>`);
  return { status: 200, page: plainPage({ title: "Which company?", body: html`<p>The link names no company, and several have this number.</p><ul class="company-list">${links}</ul>` }) };
}

function targetOf({ pathname, searchParams }: URL): Target | undefined {
  const link = pathname.slice("/app/".length);
  const entity = entityOfLink(link);
  if (link === "customerdetail") return withId({ entity: "Customer", below: "customers" }, searchParams.get("nameId"));
  return entity === undefined ? undefined : withId({ entity, below: `documents/${entity}` }, searchParams.get("txnId"));
}

function withId(target: Omit<Target, "id">, id: string | null): Target | undefined {
  return id !== null && /^\d+$/.test(id) ? { ...target, id } : undefined;
}

/** A deleted document still has a page that says so. */
function isKnown(audit: Record<string, unknown>, { entity, id }: Target): boolean {
  return audit[`${entity}:${id}`] !== undefined;
}

function problem(title: string, text: string): { status: number; page: string } {
  return { status: 404, page: plainPage({ title, body: html`<p>${text}</p><p><a href="/">All companies</a></p>` }) };
}
